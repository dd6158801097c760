using System.Collections.Immutable;
using System.Globalization;
using McpScan.Governance.Locking;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Auditing.Locking;

/// <summary>What an input schema lets in, place by place: the keywords that keep values out. References are kept, never followed.</summary>
internal sealed class SchemaOf
{
    /// <summary>Places of one schema; what lies beyond is told by the digest of the whole.</summary>
    private const int MaxPlaces = 5_000;

    /// <summary>Longer bounds, such as an enum of a thousand names, are kept as their digest.</summary>
    private const int MaxBound = 4_096;

    private readonly Sealer _sealer;
    private readonly SortedDictionary<string, LockedSchema> _places = new(StringComparer.Ordinal);

    private SchemaOf(Sealer sealer) => _sealer = sealer;

    /// <summary>The places of a tool's input schema, by pointer.</summary>
    public static ImmutableArray<LockedSchema> Tool(DataNode definition, Sealer sealer)
    {
        var schema = new SchemaOf(sealer);
        schema.AddTool(definition, "", 0);
        return [.. schema._places.Values];
    }

    private void AddTool(DataNode definition, string pointer, int depth)
    {
        foreach (var member in definition.Members)
        {
            var inner = PartsOf.Pointer(pointer, member.Name.Value);
            switch (member.Name.Value)
            {
                case "inputSchema" or "input_schema" or "parameters" or "arguments" when member.Value is ArrayNode:
                    AddArguments(member.Value, inner);
                    break;
                case "inputSchema" or "input_schema" or "parameters" or "arguments" when SchemaWalker.IsParameterMap(member.Value):
                    AddEach(member.Value, inner, 0);
                    break;
                case "inputSchema" or "input_schema" or "parameters" or "arguments":
                    Add(member.Value, inner, 0);
                    break;
                case "function" when depth == 0:
                    AddTool(member.Value, inner, 1);
                    break;
            }
        }
    }

    /// <summary>A list of arguments by name, as Docker catalogs write it.</summary>
    private void AddArguments(DataNode arguments, string pointer)
    {
        foreach (var argument in arguments.Items)
        {
            if (argument["name"] is ScalarNode name)
            {
                Add(argument, PartsOf.Pointer(pointer, _sealer.Seal(name)), 0);
            }
        }
    }

    private void AddEach(DataNode schemas, string pointer, int depth)
    {
        foreach (var member in schemas.Members)
        {
            Add(member.Value, PartsOf.Pointer(pointer, _sealer.Seal(member.Name)), depth + 1);
        }

        for (var i = 0; i < schemas.Items.Length; i++)
        {
            Add(schemas.Items[i], PartsOf.Pointer(pointer, i.ToString(CultureInfo.InvariantCulture)), depth + 1);
        }
    }

    private void Add(DataNode schema, string pointer, int depth)
    {
        if (depth > ReaderLimits.MaxDepth || _places.Count >= MaxPlaces || _places.ContainsKey(pointer))
        {
            return;
        }

        var bounds = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        _places.Add(pointer, null!);
        foreach (var member in schema.Members)
        {
            var name = member.Name.Value;
            switch (name)
            {
                case "properties" or "patternProperties" or "$defs" or "definitions" or "dependentSchemas":
                case "anyOf" or "oneOf" or "allOf" or "prefixItems":
                case "items" when member.Value is ArrayNode:
                    AddEach(member.Value, PartsOf.Pointer(pointer, name), depth);
                    break;
                case "items" or "additionalProperties" or "unevaluatedProperties" or "contains" or "propertyNames" when member.Value is ObjectNode:
                    Add(member.Value, PartsOf.Pointer(pointer, name), depth + 1);
                    break;
                default:
                    if (IsBound(name))
                    {
                        var bound = CanonicalJson.Of(member.Value, _sealer.Seal);
                        bounds[name] = bound.Length <= MaxBound ? bound : $"\"sha256:{CanonicalJson.Sha256(bound)}\"";
                    }

                    break;
            }
        }

        _places[pointer] = new LockedSchema(pointer, bounds.ToImmutable(), schema);
    }

    private static bool IsBound(string keyword) => keyword is
        "type" or "enum" or "const" or "pattern" or "format" or "minLength" or "maxLength" or "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum"
        or "multipleOf" or "minItems" or "maxItems" or "uniqueItems" or "minProperties" or "maxProperties" or "additionalProperties" or "unevaluatedProperties"
        or "required" or "$ref" or "not" or "if" or "then" or "else" or "dependentRequired";
}
