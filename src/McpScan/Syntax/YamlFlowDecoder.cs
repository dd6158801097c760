using System.Globalization;
using System.Text;

namespace McpScan.Syntax;

/// <summary>Follows how a plain or quoted scalar of YAML comes from its text: escapes and folded lines.</summary>
internal static class YamlFlowDecoder
{
    /// <summary>The map of the content between two offsets; null where it does not come to the value that the parser gave.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="from">The first character of the content.</param>
    /// <param name="to">The end of the content.</param>
    /// <param name="quote">The quote around it, or NUL for a plain scalar.</param>
    /// <param name="expected">The value.</param>
    public static DecodeMap? Decode(string text, int from, int to, char quote, string expected)
    {
        var value = new StringBuilder(expected.Length);
        var map = new DecodeMap.Builder();
        for (var at = from; at < to;)
        {
            var start = at;
            var length = value.Length;
            var c = text[at];
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                at = SkipWhiteSpace(text, at, to, out var breaks);
                _ = breaks switch
                {
                    0 => value.Append(text, start, at - start),
                    1 => value.Append(' '),
                    _ => value.Append('\n', breaks - 1),
                };
            }
            else if (c == '\'' && quote == '\'')
            {
                value.Append('\'');
                at += 2;
            }
            else if (c == '\\' && quote == '"')
            {
                at = Unescape(text, at, to, value);
            }
            else
            {
                at++;
                value.Append(c);
            }

            map.Add(value.Length - length, start, Math.Min(at, to) - start);
        }

        return value.Equals(expected) ? map.ToMap() : null;
    }

    private static int Unescape(string text, int at, int to, StringBuilder value)
    {
        var c = at + 1 < to ? text[at + 1] : '\0';
        if (c is '\r' or '\n')
        {
            at = SkipWhiteSpace(text, at + 1, to, out var breaks);
            value.Append('\n', breaks - 1);
            return at;
        }

        var digits = c switch
        {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        if (digits > 0)
        {
            var hex = text.AsSpan(at + 2, Math.Min(digits, to - at - 2));
            if (uint.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code <= 0x10FFFF)
            {
                _ = code <= 0xFFFF ? value.Append((char)code) : value.Append(new Rune(code).ToString());
            }

            return at + 2 + hex.Length;
        }

        value.Append(c switch
        {
            '0' => '\0',
            'a' => '\a',
            'b' => '\b',
            't' => '\t',
            'n' => '\n',
            'v' => '\v',
            'f' => '\f',
            'r' => '\r',
            'e' => '\e',
            'N' => '\u0085',
            '_' => '\u00A0',
            'L' => '\u2028',
            'P' => '\u2029',
            _ => c,
        });
        return at + 2;
    }

    private static int SkipWhiteSpace(string text, int at, int to, out int breaks)
    {
        breaks = 0;
        for (; at < to && text[at] is ' ' or '\t' or '\r' or '\n'; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == to || text[at + 1] != '\n')))
            {
                breaks++;
            }
        }

        return at;
    }
}
