using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>Reads what a schema keeps a path or an address to: the fixed beginning of a pattern, a const, the only value of an enum.</summary>
internal static class ScopeReader
{
    /// <summary>An absolute path with everything below it, or null.</summary>
    public static string? PathOf(DataNode schema)
    {
        var fixedPart = FixedPartOf(schema, out var isWhole);
        if (fixedPart is not ['/', _, ..])
        {
            return null;
        }

        var folder = isWhole ? fixedPart : fixedPart[..(fixedPart.LastIndexOf('/') + 1)] + "**";
        return folder is "/**" ? null : folder;
    }

    /// <summary>A host with its port where one is given, or null.</summary>
    public static string? HostOf(DataNode schema)
    {
        var fixedPart = FixedPartOf(schema, out var isWhole);
        return isWhole || (HostStart(fixedPart) is var start and >= 0 && fixedPart.AsSpan(start).IndexOfAny('/', '?', '#') > 0) ? HostOf(fixedPart) : null;
    }

    /// <summary>The host of an address with its port where one is given, or null.</summary>
    public static string? HostOf(string address)
    {
        var start = HostStart(address);
        if (start < 0)
        {
            return null;
        }

        var rest = address.AsSpan(start);
        var end = rest.IndexOfAny('/', '?', '#');
        var host = end < 0 ? rest : rest[..end];
        host = host[(host.LastIndexOf('@') + 1)..];
        return host.IsEmpty || host.IndexOfAny("*${ ") >= 0 ? null : host.ToString();
    }

    /// <summary>Where the host of an address begins, or -1 where no scheme stands before it.</summary>
    private static int HostStart(string address) => address.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0 ? scheme + 3 : -1;

    /// <summary>What every text that the schema takes begins with.</summary>
    private static string FixedPartOf(DataNode schema, out bool isWhole)
    {
        isWhole = true;
        if ((schema["const"] ?? (schema["enum"] is ArrayNode { Items: [var only] } ? only : null)) is ScalarNode value)
        {
            return value.Value;
        }

        isWhole = false;
        return schema["pattern"] is ScalarNode { Value: ['^', ..] and var pattern } ? LiteralOf(pattern) : "";
    }

    private static string LiteralOf(string pattern)
    {
        var literal = new char[pattern.Length];
        var length = 0;
        for (var i = 1; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length && !char.IsLetterOrDigit(pattern[i + 1]))
            {
                c = pattern[++i];
            }
            else if (c is '.' or '[' or '(' or '*' or '+' or '?' or '{' or '|' or '$' or '\\' or ')')
            {
                // A mark of repetition belongs to the character before it.
                length -= c is '*' or '?' or '{' && length > 0 ? 1 : 0;
                return pattern.Contains('|', StringComparison.Ordinal) ? "" : new string(literal, 0, length);
            }

            literal[length++] = c;
        }

        return new string(literal, 0, length);
    }
}
