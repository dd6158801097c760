using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds a text parameter of a given name that its schema does not bound: no enum, no const, no pattern.</summary>
public sealed class UnboundedParameter : ICheck
{
    public string Name => "unbounded-parameter";

    public string Summary => "Finds a string parameter, or a list of strings, of one of the given names whose schema has neither enum nor const nor pattern.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
        [new("list", "The list under catalogs/lists/ that holds the names, in lower case without separators.", IsRequired: true)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is { Node: ObjectNode schema, Key: { } name }
            && input.Lists.Set(input.Arguments.Text("list", "")).Contains(Plain(name.Value))
            && TakesAnyText(schema))
        {
            yield return Hit.On(name, name);
        }
    }

    private static bool TakesAnyText(DataNode schema)
    {
        if (IsBounded(schema))
        {
            return false;
        }

        var isText = schema["type"] switch
        {
            null => schema["anyOf"] is null && schema["oneOf"] is null && schema["$ref"] is null,
            ArrayNode types => Has(types, "string"),
            ScalarNode { Value: "string" } => true,
            ScalarNode { Value: "array" } => schema["items"] is not { } items || (items is ObjectNode && !IsBounded(items) && items["type"] is null or ScalarNode { Value: "string" }),
            _ => false,
        };
        return isText || HasTextBranch(schema["anyOf"]) || HasTextBranch(schema["oneOf"]);
    }

    private static bool IsBounded(DataNode schema) => (schema["enum"] ?? schema["const"] ?? schema["pattern"]) is not null;

    private static bool HasTextBranch(DataNode? branches)
    {
        foreach (var branch in branches is null ? [] : branches.Items)
        {
            if (branch["type"] is ScalarNode { Value: "string" } && !IsBounded(branch))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(DataNode types, string wanted)
    {
        foreach (var type in types.Items)
        {
            if (type.AsString() == wanted)
            {
                return true;
            }
        }

        return false;
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
