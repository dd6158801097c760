using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Looks at what a call of a tool does at worst.</summary>
public sealed class ToolEffectCheck : ICheck
{
    public string Name => "tool-effect";

    public string Summary => "Finds the name of a tool whose call deletes what does not come back (destroys), moves money (pays), changes something (changes) or only looks (reads); by its definition where the gateway knows it, else by its name.";

    public ImmutableArray<CheckParameter> Parameters { get; } = [new("is", "The effects: destroys, pays, changes, reads.", IsRequired: true)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode name } entry)
        {
            yield break;
        }

        var effect = Word(input.Gateway is { } gateway ? LimitIndex.Of(gateway, input.Lists).EffectOf(name.Value) : ToolEffects.Of(name.Value, input.Lists));
        if (input.Arguments.Texts("is").Contains(effect))
        {
            yield return Hit.On(name, entry.Key) with { Values = ImmutableDictionary<string, string>.Empty.Add("effect", effect) };
        }
    }

    private static string Word(ToolEffect effect) => effect switch
    {
        ToolEffect.Destroys => "destroys",
        ToolEffect.Pays => "pays",
        ToolEffect.Changes => "changes",
        ToolEffect.Reads => "reads",
        _ => "unknown",
    };
}
