using System.Globalization;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Governance.Locking.Comparing;

/// <summary>Whether a keyword of JSON Schema lets in what it kept out. What cannot be compared, such as two patterns, counts as wider.</summary>
internal static class Looseness
{
    /// <param name="keyword">The keyword.</param>
    /// <param name="before">The canonical form of what it said.</param>
    /// <param name="after">That of what it says; null where it is gone.</param>
    public static bool IsWider(string keyword, string before, string? after) => before != after && keyword switch
    {
        "maxLength" or "maximum" or "exclusiveMaximum" or "maxItems" or "maxProperties" => after is null || !(Number(after) <= Number(before)),
        "minLength" or "minimum" or "exclusiveMinimum" or "minItems" or "minProperties" => after is null || !(Number(after) >= Number(before)),
        "type" or "enum" => after is null || !IsSubset(after, before),
        "additionalProperties" or "unevaluatedProperties" => before == "false",
        "uniqueItems" => before == "true",

        // That a name may now be left out lets no other value in.
        "required" => false,
        _ => true,
    };

    private static double Number(string canonical) => double.TryParse(canonical, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static bool IsSubset(string canonical, string of)
    {
        var values = Values(of);
        return Values(canonical).All(value => values.Contains(value) || (value == "\"integer\"" && values.Contains("\"number\"")));
    }

    private static HashSet<string> Values(string canonical)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        if (JsonReader.Read(new SourceText("", canonical)).Root is not { } root)
        {
            return values;
        }

        foreach (var item in root is ArrayNode ? root.Items : new ReadOnlySpan<DataNode>(ref root))
        {
            values.Add(CanonicalJson.Of(item));
        }

        return values;
    }
}
