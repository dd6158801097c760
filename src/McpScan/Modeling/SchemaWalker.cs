using McpScan.Syntax;

namespace McpScan.Modeling;

/// <summary>
/// Walks a JSON Schema of any draft once. What is written about a parameter, in its own schema or in its branches and items, becomes an entry of
/// that parameter; what stands at the root or in definitions becomes <see cref="ToolFields.SchemaText"/>. References are never followed.
/// </summary>
internal sealed class SchemaWalker(EntryCollector entries)
{
    /// <summary>Walks an input schema, a map of parameters, or a list of arguments as Docker catalogs write it.</summary>
    public void WalkInput(DataNode schema)
    {
        switch (schema)
        {
            case ObjectNode when IsParameterMap(schema):
                entries.Add(ToolFields.InputSchema, schema);
                WalkProperties(schema, 0);
                break;
            case ObjectNode:
                entries.Add(ToolFields.InputSchema, schema);
                Walk(schema, null, 0, isRoot: true);
                break;
            case ArrayNode:
                foreach (var argument in schema.Items)
                {
                    WalkArgument(argument);
                }

                break;
            default:
                entries.Add(ToolFields.InputSchema, schema);
                break;
        }
    }

    /// <summary>Walks an output schema: only its texts count.</summary>
    public void WalkOutput(DataNode schema)
    {
        entries.Add(ToolFields.OutputSchema, schema);
        foreach (var member in schema.Members)
        {
            if (member.Name.Value == "type" && member.Value is ScalarNode)
            {
                entries.Add(ToolFields.OutputSchemaType, member.Value);
            }
            else
            {
                WalkOutputMember(member, 1);
            }
        }

        foreach (var item in schema.Items)
        {
            entries.AddTexts(ToolFields.OutputText, item);
        }
    }

    private void WalkOutputMember(DataMember member, int depth)
    {
        if (!entries.Enter(depth))
        {
            return;
        }

        if (member.Name.Value is "$ref" or "$dynamicRef" && member.Value is ScalarNode)
        {
            entries.Add(ToolFields.SchemaReference, member.Value);
            return;
        }

        if (!IsKeyword(member.Name.Value))
        {
            entries.Add(ToolFields.OutputText, member.Name);
        }

        WalkOutputValue(member.Value, depth);
    }

    private void WalkOutputValue(DataNode value, int depth)
    {
        if (value is ScalarNode { Kind: ScalarKind.String })
        {
            entries.Add(ToolFields.OutputText, value);
        }

        foreach (var item in value.Items)
        {
            if (entries.Enter(depth))
            {
                WalkOutputValue(item, depth + 1);
            }
        }

        foreach (var member in value.Members)
        {
            WalkOutputMember(member, depth + 1);
        }
    }

    private void Walk(DataNode schema, ScalarNode? parameter, int depth, bool isRoot = false)
    {
        if (!entries.Enter(depth))
        {
            return;
        }

        if (schema is not ObjectNode)
        {
            entries.AddTexts(ToolFields.SchemaText, schema, parameter);
            return;
        }

        foreach (var member in schema.Members)
        {
            WalkKeyword(member, parameter, depth + 1, isRoot);
        }
    }

    private void WalkKeyword(DataMember member, ScalarNode? parameter, int depth, bool isRoot)
    {
        var value = member.Value;
        switch (member.Name.Value)
        {
            case "properties" when value is ObjectNode:
                WalkProperties(value, depth);
                break;
            case "patternProperties" or "$defs" or "definitions" or "dependentSchemas" when value is ObjectNode:
                foreach (var definition in value.Members)
                {
                    entries.Add(ToolFields.SchemaText, definition.Name);
                    Walk(definition.Value, null, depth + 1);
                }

                break;
            case "allOf" or "anyOf" or "oneOf" or "prefixItems" or "items" or "additionalItems" when value is ArrayNode:
                foreach (var branch in value.Items)
                {
                    Walk(branch, parameter, depth + 1);
                }

                break;
            case "items" or "additionalItems" or "unevaluatedItems" or "unevaluatedProperties" or "contains" or "propertyNames" or "contentSchema"
                or "if" or "then" or "else" or "not" when value is ObjectNode:
                Walk(value, parameter, depth + 1);
                break;
            case "additionalProperties":
                if (isRoot)
                {
                    entries.Add(ToolFields.AdditionalProperties, value);
                }

                if (value is not ScalarNode || !isRoot)
                {
                    Walk(value, parameter, depth + 1);
                }

                break;
            case "required":
                entries.AddTexts(ToolFields.Required, value, parameter);
                break;
            case "$ref" or "$dynamicRef" or "$recursiveRef":
                entries.AddTexts(ToolFields.SchemaReference, value, parameter);
                break;
            case "$schema" when isRoot:
                entries.AddScalars(ToolFields.InputSchemaDialect, value);
                break;
            case "type" when isRoot:
                entries.AddScalars(ToolFields.InputSchemaType, value);
                break;
            default:
                AddText(member, parameter);
                break;
        }
    }

    private void AddText(DataMember member, ScalarNode? parameter)
    {
        var field = parameter is null ? null : ParameterFieldOf(member.Name.Value);
        if (field is not null)
        {
            entries.AddScalars(field, member.Value, parameter);
            return;
        }

        if (!IsKeyword(member.Name.Value))
        {
            entries.Add(ToolFields.SchemaText, member.Name, parameter);
        }

        entries.AddTexts(ToolFields.SchemaText, member.Value, parameter);
    }

    private void WalkProperties(DataNode properties, int depth)
    {
        foreach (var property in properties.Members)
        {
            entries.Add(ToolFields.ParameterName, property.Name, property.Name);
            if (property.Value is ScalarNode { Kind: ScalarKind.String })
            {
                // Hand-written manifests say what a parameter is in one string.
                entries.Add(ToolFields.ParameterDescription, property.Value, property.Name);
                continue;
            }

            entries.Add(ToolFields.Parameter, property.Value, property.Name);
            Walk(property.Value, property.Name, depth + 1);
        }
    }

    private void WalkArgument(DataNode argument)
    {
        if (argument is not ObjectNode)
        {
            entries.AddScalars(ToolFields.ParameterName, argument, argument as ScalarNode);
            return;
        }

        var name = argument["name"] as ScalarNode;
        entries.Add(ToolFields.Parameter, argument, name);
        foreach (var member in argument.Members)
        {
            switch (member.Name.Value)
            {
                case "name":
                    entries.AddScalars(ToolFields.ParameterName, member.Value, name);
                    break;
                case "desc":
                    entries.AddScalars(ToolFields.ParameterDescription, member.Value, name);
                    break;
                case "required" or "optional" when member.Value is ScalarNode { Kind: ScalarKind.Boolean }:
                    break;
                default:
                    if (name is null)
                    {
                        AddText(member, null);
                    }
                    else
                    {
                        WalkKeyword(member, name, 1, isRoot: false);
                    }

                    break;
            }
        }
    }

    /// <summary>Whether an object is <c>{name: schema}</c> rather than a schema.</summary>
    public static bool IsParameterMap(DataNode schema)
    {
        foreach (var member in schema.Members)
        {
            var isMeant = member.Name.Value switch
            {
                "properties" or "$defs" or "definitions" => member.Value is ObjectNode && member.Value["type"] is not ScalarNode,
                "type" or "$ref" or "$schema" => true,
                "anyOf" or "allOf" or "oneOf" or "required" => member.Value is ArrayNode,
                "additionalProperties" => member.Value is ScalarNode,
                _ => member.Value is not ObjectNode && IsKeyword(member.Name.Value),
            };
            if (isMeant || member.Value is ArrayNode)
            {
                return false;
            }
        }

        return schema.Members.Length > 0;
    }

    private static Field? ParameterFieldOf(string keyword) => keyword switch
    {
        "type" => ToolFields.ParameterType,
        "title" => ToolFields.ParameterTitle,
        "description" => ToolFields.ParameterDescription,
        "default" => ToolFields.ParameterDefault,
        "enum" => ToolFields.ParameterEnum,
        "const" => ToolFields.ParameterConst,
        "examples" or "example" => ToolFields.ParameterExample,
        "pattern" => ToolFields.ParameterPattern,
        "format" => ToolFields.ParameterFormat,
        "maxLength" => ToolFields.ParameterMaxLength,
        "$comment" => ToolFields.ParameterComment,
        "x-mcp-header" => ToolFields.ParameterHeader,
        _ => null,
    };

    /// <summary>Names that JSON Schema or MCP defines: they say nothing that anyone wrote.</summary>
    private static bool IsKeyword(string name) => name is
        "$schema" or "$id" or "id" or "$anchor" or "$dynamicAnchor" or "$recursiveAnchor" or "$vocabulary" or "$comment" or "$defs" or "definitions" or "$ref" or "$dynamicRef"
        or "type" or "enum" or "const" or "title" or "description" or "default" or "examples" or "example" or "format" or "pattern" or "deprecated" or "readOnly" or "writeOnly"
        or "minLength" or "maxLength" or "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf"
        or "minItems" or "maxItems" or "uniqueItems" or "minContains" or "maxContains" or "minProperties" or "maxProperties" or "required"
        or "properties" or "patternProperties" or "additionalProperties" or "unevaluatedProperties" or "propertyNames"
        or "items" or "prefixItems" or "additionalItems" or "unevaluatedItems" or "contains" or "allOf" or "anyOf" or "oneOf" or "not" or "if" or "then" or "else"
        or "dependentRequired" or "dependentSchemas" or "dependencies" or "contentEncoding" or "contentMediaType" or "contentSchema" or "nullable" or "x-mcp-header";
}
