using System.Globalization;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>How far the schema of a parameter keeps a text to what was foreseen.</summary>
internal static class ParameterBounds
{
    /// <summary>Texts up to this length hold no command, address or statement.</summary>
    private const int ShortText = 8;

    /// <summary>Whether a schema takes any text, by itself, in one of its branches or as items of a list.</summary>
    public static bool TakesAnyText(DataNode schema)
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

    /// <summary>The name of a parameter as lists of them write it: in lower case without separators.</summary>
    public static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    private static bool IsBounded(DataNode schema) =>
        (schema["enum"] ?? schema["const"]) is not null
        || schema["pattern"] is ScalarNode { Value: not ("" or ".*" or ".+" or "^.*$" or "^.+$" or "^.*" or ".*$" or "[\\s\\S]*" or "^[\\s\\S]*$" or "\\S+" or "^\\S+$") }
        || schema["format"] is ScalarNode { Value: "uuid" or "date" or "date-time" or "time" or "email" or "ipv4" or "ipv6" or "hostname" }
        || (schema["maxLength"] is ScalarNode most && int.TryParse(most.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= ShortText);

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
}
