using System.Collections.Immutable;
using System.Globalization;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Measures a schema: how deep its objects nest, and how much text it is.</summary>
public sealed class SchemaBounds : ICheck
{
    private const int Stop = 100;

    public string Name => "schema-bounds";

    public string Summary => "Finds a schema that nests deeper, or is longer, than it may be.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
    [
        new("depth", "The most levels of objects and arrays; no bound by default."),
        new("length", "The most UTF-16 units of text; no bound by default."),
    ];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ObjectNode schema } entry)
        {
            yield break;
        }

        var depth = input.Arguments.Number("depth", int.MaxValue);
        var length = input.Arguments.Number("length", int.MaxValue);
        var isDeep = depth < int.MaxValue && Depth(schema, 0, depth) > depth;
        if (isDeep || schema.Span.Length > length)
        {
            yield return new Hit(schema, new Text.TextSpan(schema.Span.Start, 1))
            {
                Key = entry.Key,
                Values = ImmutableDictionary<string, string>.Empty.Add("size", isDeep
                    ? string.Create(CultureInfo.InvariantCulture, $"nests deeper than {depth} levels")
                    : string.Create(CultureInfo.InvariantCulture, $"is {schema.Span.Length} characters long")),
            };
        }
    }

    private static int Depth(DataNode node, int depth, int most)
    {
        if (node is ScalarNode || depth > most || depth > Stop)
        {
            return depth;
        }

        var deepest = depth + 1;
        foreach (var item in node.Items)
        {
            deepest = Math.Max(deepest, Depth(item, depth + 1, most));
            if (deepest > most)
            {
                return deepest;
            }
        }

        foreach (var member in node.Members)
        {
            deepest = Math.Max(deepest, Depth(member.Value, depth + 1, most));
            if (deepest > most)
            {
                return deepest;
            }
        }

        return deepest;
    }
}
