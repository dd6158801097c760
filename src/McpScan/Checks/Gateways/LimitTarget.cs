using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Looks for the tool that a limit is for.</summary>
public sealed class LimitTarget : ICheck
{
    public string Name => "limit-target";

    public string Summary => "Finds a limit for a tool that no server of the gateway has, where the tools of all of them are known, or for a server that it does not declare.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input is not { Entry.Node: ScalarNode name, Gateway: { Servers.IsEmpty: false } gateway } || Wildcard.Is(name.Value) || name.Value is "default" or "_default")
        {
            yield break;
        }

        var cut = name.Value.IndexOfAny(['.', '/', ':']);
        var owner = input.Subject.FirstText(LimitFields.Server) ?? (cut > 0 ? name.Value[..cut] : null);
        var tool = owner is null || cut <= 0 ? name.Value : name.Value[(cut + 1)..];
        if (owner is not null && input.Subject.First(LimitFields.Server) is ScalarNode server && gateway.Find(owner) is null)
        {
            yield return Hit.On(server) with { Values = ImmutableDictionary<string, string>.Empty.Add("problem", "no server of the gateway has that name") };
        }
        else if (owner is not null && gateway.Find(owner) is { } named ? !named.Tools.IsEmpty && named.Tool(tool) is null && named.Tool(name.Value) is null
            : LimitIndex.Of(gateway, input.Lists).IsUnknown(tool, name.Value))
        {
            yield return Hit.On(name) with { Values = ImmutableDictionary<string, string>.Empty.Add("problem", "no server of the gateway has that tool") };
        }
    }
}
