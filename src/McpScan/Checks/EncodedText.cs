using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Decodes what a text spells in Base64, hexadecimal digits or escapes, and reports it only where it gives sentences.</summary>
internal sealed class EncodedText : ICheck
{
    private const int MaxText = 1 << 16;
    private const int MaxRuns = 16;
    private const int MinWords = 3;

    private static readonly BoundedRegex Base64 = new("[A-Za-z0-9+/_-]{24,}={0,2}");
    private static readonly BoundedRegex Hex = new(@"(?:(?:\\x|0x)?[0-9A-Fa-f]{2}[ ,]?){16,}");
    private static readonly BoundedRegex Percent = new("(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9._~+-]){24,}");
    private static readonly BoundedRegex Escapes = new(@"(?:\\u[0-9A-Fa-f]{4}){8,}|(?:&#x?[0-9A-Fa-f]{2,5};){8,}");
    private static readonly BoundedRegex Speech = new(
        @"(?i)\b(?:ignore|disregard|must|always|never|do not|don't|read|send|call|use|run|execute|forward|include|system|user|instructions?|password|secret|token|tools?|curl|https?|priorit\w+|reveal|instead|before|after)\b");

    public string Name => "encoded-text";

    public string Summary => "Finds Base64, hexadecimal digits, percent signs and escapes that decode to sentences of instruction.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode { Value.Length: >= 24 and < MaxText } scalar } entry || !HasRun(scalar.Value))
        {
            yield break;
        }

        foreach (var (pattern, decode, isPossible) in ((BoundedRegex, Func<string, string?>, Func<string, bool>)[])
            [(Base64, FromBase64, HasBase64), (Hex, FromHex, HasHex), (Percent, FromPercent, HasPercent), (Escapes, FromEscapes, HasEscapes)])
        {
            if (!isPossible(scalar.Value))
            {
                continue;
            }

            foreach (var (start, length) in pattern.Find(scalar.Value, MaxRuns))
            {
                if (decode(scalar.Value.Substring(start, length)) is { } decoded && IsSpeech(decoded))
                {
                    yield return Hit.In(scalar, start, length, entry.Key) with { Decoded = decoded };
                }
            }
        }
    }

    /// <summary>Whether there is a stretch without a blank that is longer than words are, or digits in pairs.</summary>
    private static bool HasRun(ReadOnlySpan<char> text)
    {
        var (run, word, pairs) = (0, 0, 0);
        foreach (var c in text)
        {
            run = char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '_' or '-' or '%' or '\\' or '&' or '#' or ';' ? run + 1 : 0;
            if (c is ' ' or '\n' or ',')
            {
                pairs = word is 2 or 4 ? pairs + 1 : word == 0 ? pairs : 0;
                word = 0;
            }
            else
            {
                word++;
            }

            if (run >= 24 || pairs >= 8)
            {
                return true;
            }
        }

        return false;
    }

    // Cheap necessary conditions: most texts that have a run at all have a long word or an address.
    private static bool HasBase64(string text) => LongestRun(text, static c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '_' or '-') >= 24;

    private static bool HasHex(string text) =>
        text.Contains("\\x", StringComparison.Ordinal) || LongestRun(text, static c => char.IsAsciiHexDigit(c) || c is ' ' or ',' or 'x') >= 32;

    private static bool HasPercent(string text) => text.AsSpan().Count('%') >= 3;

    private static bool HasEscapes(string text) => text.Contains("\\u", StringComparison.Ordinal) || text.Contains("&#", StringComparison.Ordinal);

    private static int LongestRun(string text, Func<char, bool> belongs)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = belongs(c) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static string? FromBase64(string text)
    {
        var digits = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        digits = digits[..(digits.Length - (digits.Length % 4 == 1 ? 1 : 0))];
        var bytes = new byte[(digits.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(digits.PadRight((digits.Length + 3) / 4 * 4, '='), bytes, out var count) ? Printable(bytes.AsSpan(0, count)) : null;
    }

    private static string? FromHex(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i + 1 < text.Length;)
        {
            if (text[i] is ' ' or ',' or '\\' || (text[i] is 'x' or 'X') || (text[i] == '0' && text[i + 1] is 'x' or 'X'))
            {
                i += text[i] == '0' ? 2 : 1;
            }
            else if (byte.TryParse(text.AsSpan(i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                return null;
            }
        }

        return Printable([.. bytes]);
    }

    private static string? FromPercent(string text) => text.AsSpan().Count('%') >= 3 ? Uri.UnescapeDataString(text) : null;

    private static string? FromEscapes(string text)
    {
        var decoded = new StringBuilder();
        foreach (var part in text.Split(["\\u", "&#", ";"], StringSplitOptions.RemoveEmptyEntries))
        {
            var isHex = text[0] == '\\' || part[0] is 'x' or 'X';
            var digits = part.AsSpan(part[0] is 'x' or 'X' ? 1 : 0);
            if (!ushort.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            decoded.Append((char)value);
        }

        return decoded.ToString();
    }

    private static string? Printable(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (value is not ((>= 0x20 and < 0x7F) or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return null;
            }
        }

        return Encoding.ASCII.GetString(bytes);
    }

    private static bool IsSpeech(string text) => text.Split(' ').Count(word => word.Length > 1 && word.All(c => char.IsLetter(c) || char.IsPunctuation(c))) >= MinWords && Speech.IsMatch(text);
}
