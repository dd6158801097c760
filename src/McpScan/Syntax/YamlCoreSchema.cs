namespace McpScan.Syntax;

/// <summary>What a plain scalar is by the core schema of YAML 1.2 (chapter 10.3): <c>yes</c> and dates are strings there.</summary>
internal static class YamlCoreSchema
{
    public static ScalarKind KindOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        _ => IsNumber(text) ? ScalarKind.Number : ScalarKind.String,
    };

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("0x"))
        {
            return text.Length > 2 && IsHex(text[2..]);
        }

        if (text.StartsWith("0o"))
        {
            return text.Length > 2 && !text[2..].ContainsAnyExceptInRange('0', '7');
        }

        if (text is ".nan" or ".NaN" or ".NAN")
        {
            return true;
        }

        var rest = text[0] is '-' or '+' ? text[1..] : text;
        if (rest is ".inf" or ".Inf" or ".INF")
        {
            return true;
        }

        var whole = CountDigits(rest);
        rest = rest[whole..];
        var fraction = 0;
        if (rest.Length > 0 && rest[0] == '.')
        {
            fraction = CountDigits(rest[1..]);
            rest = rest[(1 + fraction)..];
        }

        if (whole + fraction == 0)
        {
            return false;
        }

        if (rest.Length > 1 && rest[0] is 'e' or 'E')
        {
            rest = rest[(rest[1] is '-' or '+' ? 2 : 1)..];
            return rest.Length > 0 && CountDigits(rest) == rest.Length;
        }

        return rest.IsEmpty;
    }

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var other = text.IndexOfAnyExceptInRange('0', '9');
        return other < 0 ? text.Length : other;
    }
}
