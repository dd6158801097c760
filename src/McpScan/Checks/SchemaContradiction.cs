using System.Collections.Immutable;
using System.Globalization;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds a parameter whose schema contradicts itself, so that no value, or not the declared default, can be valid.</summary>
public sealed class SchemaContradiction : ICheck
{
    private static readonly ImmutableArray<(string Low, string High)> Bounds =
        [("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties")];

    public string Name => "schema-contradiction";

    public string Summary => "Finds a parameter with a lower bound above its upper one, a default that its enum does not have, or an enum without a value of its type.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ObjectNode schema } entry)
        {
            yield break;
        }

        if (Find(schema) is var (node, problem))
        {
            yield return Hit.On(node, entry.Key) with { Values = ImmutableDictionary<string, string>.Empty.Add("problem", problem) };
        }
    }

    private static (ScalarNode Node, string Problem)? Find(ObjectNode schema)
    {
        foreach (var (low, high) in Bounds)
        {
            if (Number(schema[low]) is { } least && Number(schema[high]) is { } most && least > most)
            {
                return ((ScalarNode)schema[low]!, $"its {low} is above its {high}");
            }
        }

        if (schema["enum"] is not ArrayNode { Items.Length: > 0 } values)
        {
            return null;
        }

        if (schema["default"] is ScalarNode { Kind: not ScalarKind.Null } preset && schema["type"] is ScalarNode { Value: not "array" } && !Has(values, preset))
        {
            return (preset, "its default is not among its values");
        }

        return schema["type"] is ScalarNode { Value: "string" or "number" or "integer" or "boolean" } type && !HasType(values, type.Value)
            ? (type, $"none of its values is of the type {type.Value}")
            : null;
    }

    private static double? Number(DataNode? node) =>
        node is ScalarNode { Kind: ScalarKind.Number } number && double.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static bool Has(DataNode values, ScalarNode wanted)
    {
        foreach (var item in values.Items)
        {
            if (item is ScalarNode value && value.Kind == wanted.Kind && (value.Value == wanted.Value || (Number(value) is { } number && number.Equals(Number(wanted)))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasType(DataNode values, string type)
    {
        foreach (var item in values.Items)
        {
            if (item is not ScalarNode value || value.Kind == (type switch
            {
                "string" => ScalarKind.String,
                "boolean" => ScalarKind.Boolean,
                _ => ScalarKind.Number,
            }))
            {
                return true;
            }
        }

        return false;
    }
}
