using System.Globalization;
using System.Net;
using System.Text;

namespace McpScan.Language.Decoding;

/// <summary>Decodes stretches in which characters are written one by one: percent signs, HTML entities, <c>\u</c> and <c>\x</c> escapes.</summary>
/// <param name="name">How reports call the code.</param>
/// <param name="sign">How an escape begins.</param>
/// <param name="lengthAt">The length of the escape at a place of a text, or zero.</param>
/// <param name="decode">What a stretch spells.</param>
internal sealed class EscapeDecoder(string name, string sign, Func<string, int, int> lengthAt, Func<string, string> decode) : IDecoder
{
    /// <summary>Fewer escaped letters are the ordinary writing of odd characters.</summary>
    private const int MinEscapes = 4;

    public static readonly EscapeDecoder Percent = new("percent signs", "%", static (s, i) => HexLength(s, i, "%", 2, 2), Uri.UnescapeDataString);
    public static readonly EscapeDecoder Entities = new("HTML entities", "&#", EntityLength, WebUtility.HtmlDecode);
    public static readonly EscapeDecoder Unicode = new("escapes", "\\u", static (s, i) => HexLength(s, i, "\\u", 4, 4), static s => Unescape(s, "\\u", 4));
    public static readonly EscapeDecoder Bytes = new("escapes", "\\x", static (s, i) => HexLength(s, i, "\\x", 2, 2), static s => Unescape(s, "\\x", 2));

    public string Name => name;

    public IEnumerable<Decoded> Find(string text)
    {
        for (var i = text.IndexOf(sign, StringComparison.Ordinal); i >= 0 && i < text.Length;)
        {
            // What stands in plain letters around the escapes belongs to what they spell.
            var (start, end, count) = (i, i, 0);
            while (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
            {
                start--;
            }

            while (end < text.Length)
            {
                var length = lengthAt(text, end);
                if (length > 0)
                {
                    count += IsLetter(text, end, length) ? 1 : 0;
                    end += length;
                }
                else if (char.IsAsciiLetterOrDigit(text[end]) || text[end] is ' ' or '.' or '/' or '~' or '_' or '-' or '+')
                {
                    end++;
                }
                else
                {
                    break;
                }
            }

            if (count >= MinEscapes)
            {
                yield return new Decoded(start, end - start, decode(text[start..end]));
            }

            var from = Math.Max(end, i + 1);
            i = from < text.Length ? text.IndexOf(sign, from, StringComparison.Ordinal) : -1;
        }
    }

    /// <summary>Whether an escape stands for a letter or a blank, which need none; marks and controls do.</summary>
    private bool IsLetter(string text, int at, int length) => decode(text.Substring(at, length)) is [var c, ..] && (char.IsLetter(c) || c == ' ');

    private static int HexLength(string text, int at, string sign, int min, int max)
    {
        if (!text.AsSpan(at).StartsWith(sign, StringComparison.Ordinal))
        {
            return 0;
        }

        var digits = 0;
        while (digits < max && at + sign.Length + digits < text.Length && char.IsAsciiHexDigit(text[at + sign.Length + digits]))
        {
            digits++;
        }

        return digits >= min ? sign.Length + digits : 0;
    }

    private static int EntityLength(string text, int at)
    {
        if (!text.AsSpan(at).StartsWith("&#", StringComparison.Ordinal))
        {
            return 0;
        }

        var end = at + 2;
        while (end < text.Length && end < at + 9 && (char.IsAsciiHexDigit(text[end]) || text[end] is 'x' or 'X'))
        {
            end++;
        }

        return end > at + 2 && end < text.Length && text[end] == ';' ? end + 1 - at : 0;
    }

    private static string Unescape(string text, string sign, int digits)
    {
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (text.AsSpan(i).StartsWith(sign, StringComparison.Ordinal) && i + 2 + digits <= text.Length
                && ushort.TryParse(text.AsSpan(i + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                decoded.Append((char)value);
                i += 2 + digits;
            }
            else
            {
                decoded.Append(text[i++]);
            }
        }

        return decoded.ToString();
    }
}
