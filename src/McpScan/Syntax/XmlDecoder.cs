using System.Globalization;
using System.Text;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Follows how a text of XML comes from its source: entities, CDATA sections, comments, line breaks.</summary>
internal static class XmlDecoder
{
    private const string CDataStart = "<![CDATA[";

    /// <summary>A string scalar whose parts know their places; where they cannot be followed, every part maps to the whole.</summary>
    /// <param name="source">The text.</param>
    /// <param name="span">The whole literal, quotes included.</param>
    /// <param name="content">What stands between the quotes or tags.</param>
    /// <param name="value">The value that the parser gave.</param>
    /// <param name="isAttribute">Whether white space becomes spaces.</param>
    public static ScalarNode ToScalar(SourceText source, TextSpan span, TextSpan content, string value, bool isAttribute)
    {
        if (value.Length == 0 || source.Text.AsSpan(content.Start, content.Length).SequenceEqual(value))
        {
            return new ScalarNode(source, span, ScalarKind.String, value, content.Start);
        }

        var map = Follow(source.Text, content, value, isAttribute) ?? DecodeMap.Whole(value.Length, content);
        return new ScalarNode(source, span, ScalarKind.String, value, content.Start, map);
    }

    private static DecodeMap? Follow(string text, TextSpan content, string expected, bool isAttribute)
    {
        var value = new StringBuilder(expected.Length);
        var map = new DecodeMap.Builder();
        for (var at = content.Start; at < content.End;)
        {
            var rest = text.AsSpan(at, content.End - at);
            var length = 1;
            var decoded = rest[..1].ToString();
            if (rest[0] == '&' && rest.IndexOf(';') is var semicolon and > 0)
            {
                length = semicolon + 1;
                decoded = Entity(rest[1..semicolon]);
            }
            else if (rest.StartsWith(CDataStart) && rest.IndexOf("]]>") is var close and > 0)
            {
                var inner = rest[CDataStart.Length..close];
                value.Append(inner);
                map.Add(inner.Length, at + CDataStart.Length, inner.Length);
                at += close + 3;
                continue;
            }
            else if (rest[0] == '<')
            {
                // A comment or a processing instruction.
                var end = rest.IndexOf(rest.StartsWith("<!--") ? "-->" : "?>");
                at += end < 0 ? rest.Length : end + (rest.StartsWith("<!--") ? 3 : 2);
                continue;
            }
            else if (rest[0] is '\r' or '\n' or '\t')
            {
                length = rest.StartsWith("\r\n") ? 2 : 1;
                decoded = isAttribute ? " " : rest[0] == '\t' ? "\t" : "\n";
            }

            value.Append(decoded);
            map.Add(decoded.Length, at, length);
            at += length;
        }

        return value.Equals(expected) ? map.ToMap() : null;
    }

    private static string Entity(ReadOnlySpan<char> name) => name switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x', .. var hex] when int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) => new Rune(code).ToString(),
        ['#', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) => new Rune(code).ToString(),
        _ => "",
    };
}
