using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds a required name of a closed or plain object schema for which no property is declared: no call can be both valid and checked.</summary>
public sealed class UndeclaredRequired : ICheck
{
    private const int MaxDepth = 32;

    public string Name => "undeclared-required";

    public string Summary => "Finds a name in a required list that the properties beside it do not declare.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        var hits = new List<Hit>();
        if (input.Entry is { Node: ObjectNode schema })
        {
            Walk(schema, hits, 0);
        }

        return hits;
    }

    private static void Walk(DataNode schema, List<Hit> hits, int depth)
    {
        if (schema is not ObjectNode || depth > MaxDepth)
        {
            return;
        }

        // A branch or a reference may declare what is required here.
        var isPlain = (schema["allOf"] ?? schema["anyOf"] ?? schema["oneOf"] ?? schema["$ref"] ?? schema["patternProperties"] ?? schema["if"]) is null;
        if (isPlain && schema["properties"] is ObjectNode properties && schema["required"] is ArrayNode required)
        {
            foreach (var name in required.Items)
            {
                if (name is ScalarNode { Kind: ScalarKind.String } text && properties[text.Value] is null)
                {
                    hits.Add(Hit.On(text, text));
                }
            }
        }

        foreach (var property in schema["properties"] is { } all ? all.Members : [])
        {
            Walk(property.Value, hits, depth + 1);
        }

        if (schema["items"] is { } items)
        {
            Walk(items, hits, depth + 1);
        }
    }
}
