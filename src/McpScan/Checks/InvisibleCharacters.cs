using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using McpScan.Language.Decoding;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds runs of characters that have no glyph, unless script or emoji need them where they stand.</summary>
internal sealed class InvisibleCharacters : ICheck
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        "\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180E\u200B\u200C\u200D\u2060\u2061\u2062\u2063\u2064\u206A\u206B\u206C\u206D\u206E\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9\uFFFA\uFFFB"
        + "\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F\uDB40");

    public string Name => "invisible-characters";

    public string Summary => "Finds characters without a glyph that neither the script nor an emoji around them needs, and decodes what a run of them spells in bits or bytes.";

    public ImmutableArray<CheckParameter> Parameters =>
    [
        new("of", "zero-width (default), selectors (variation selectors) or separators (soft hyphens, fillers, blank letters).",
            IsRequired: false),
        new("atLeast", "The length of a run from which it counts; 1 by default."),
    ];

    public ImmutableArray<ImmutableArray<string>> Required(CheckArguments arguments) => [[RegexLiterals.Unusual]];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode scalar } entry || scalar.Value.AsSpan().IndexOfAny(Suspects) is var at && at < 0)
        {
            yield break;
        }

        var kind = input.Arguments.Text("of", "zero-width");
        var atLeast = input.Arguments.Number("atLeast", 1);
        var text = scalar.Value;
        while (at < text.Length)
        {
            var end = at;
            var count = 0;
            while (end < text.Length && Rune.DecodeFromUtf16(text.AsSpan(end), out var rune, out var used) == OperationStatus.Done && KindOf(rune) == kind)
            {
                end += used;
                count++;
            }

            if (count >= atLeast && count > 0 && !(count <= 2 && IsNeeded(text, at, end)))
            {
                yield return Hit.In(scalar, at, end - at, entry.Key) with { Decoded = InvisibleDecoder.Decode(text.AsSpan(at, end - at)) };
            }

            at = end > at ? end : at + 1;
            var next = at < text.Length ? text.AsSpan(at).IndexOfAny(Suspects) : -1;
            at = next < 0 ? text.Length : at + next;
        }
    }

    private static string? KindOf(Rune rune) => rune.Value switch
    {
        (>= 0x200B and <= 0x200D) or (>= 0x2060 and <= 0x2064) or (>= 0x206A and <= 0x206F) or 0xFEFF or 0x180E or (>= 0xFFF9 and <= 0xFFFB) => "zero-width",
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => "selectors",
        0x00AD or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180D) or 0x2800 or 0x3164 or 0xFFA0 or 0x061C => "separators",
        _ => null,
    };

    /// <summary>Joiners in words of scripts that shape letters, between emoji, and selectors behind a visible sign; an arabic mark or a filler in its own script.</summary>
    private static bool IsNeeded(string text, int start, int end)
    {
        var before = Before(text, start);
        var after = end < text.Length && Rune.DecodeFromUtf16(text.AsSpan(end), out var next, out _) == OperationStatus.Done ? next.Value : 0;
        return IsAtEdge(text, start, end) || IsSign(before) || (IsShaped(before) && (IsShaped(after) || text[start] != '\u200B')) || (before == 0 && text[start] == '\uFEFF')
            || (text[start] is '\u200B' && before >= 0x0E00 && before <= 0x109F);
    }

    /// <summary>A space without width, or a mark of byte order, at the edge of a word came with pasted text; within a word it hides.</summary>
    private static bool IsAtEdge(string text, int start, int end) =>
        text.AsSpan(start, end - start).IndexOfAnyExcept('\u200B', '\uFEFF', '\u2060') < 0 && !(start > 0 && end < text.Length && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[end]));

    private static int Before(string text, int start)
    {
        while (start > 0 && text[start - 1] is '\uFE0F' or '\u200D')
        {
            start--;
        }

        return start > 0 && Rune.DecodeLastFromUtf16(text.AsSpan(0, start), out var rune, out _) == OperationStatus.Done ? rune.Value : 0;
    }

    private static bool IsSign(int rune) => rune is '#' or '*' or (>= '0' and <= '9') or (>= 0x2000 and <= 0x33FF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x1F000 and <= 0x1FAFF) or 0xA9 or 0xAE;

    private static bool IsShaped(int rune) =>
        (rune is (>= 0x0590 and <= 0x1CFF) or (>= 0xA800 and <= 0xABFF) or (>= 0xFB1D and <= 0xFDFF)) && CharUnicodeInfo.GetUnicodeCategory(rune) is not UnicodeCategory.Format;
}
