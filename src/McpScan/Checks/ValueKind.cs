using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Looks at what a value is, not at what it says.</summary>
public sealed class ValueKind : ICheck
{
    public string Name => "value-kind";

    public string Summary => "Finds a value that is not of one of the given JSON types.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
        [new("not", "The types that are in order: string, number, boolean, null, object, array.", IsRequired: true)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is { } entry && !input.Arguments.Texts("not").Contains(KindOf(entry.Node)))
        {
            yield return Hit.On(entry.Node, entry.Key);
        }
    }

    private static string KindOf(DataNode node) => node switch
    {
        ObjectNode => "object",
        ArrayNode => "array",
        ScalarNode { Kind: ScalarKind.Number } => "number",
        ScalarNode { Kind: ScalarKind.Boolean } => "boolean",
        ScalarNode { Kind: ScalarKind.Null } => "null",
        _ => "string",
    };
}
