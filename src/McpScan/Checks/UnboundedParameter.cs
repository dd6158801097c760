using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds a text parameter of a given name that its schema does not bound: no enum, no const, no pattern, no strict format, no short length.</summary>
public sealed class UnboundedParameter : ICheck
{
    public string Name => "unbounded-parameter";

    public string Summary => "Finds a string parameter, or a list of strings, of one of the given names whose schema has neither enum nor const nor a pattern that leaves anything out, nor a strict format or a short length.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
        [new("list", "The list under catalogs/lists/ that holds the names, in lower case without separators.", IsRequired: true)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is { Node: ObjectNode schema, Key: { } name }
            && input.Lists.Set(input.Arguments.Text("list", "")).Contains(ParameterBounds.Plain(name.Value))
            && ParameterBounds.TakesAnyText(schema))
        {
            yield return Hit.On(name, name);
        }
    }
}
