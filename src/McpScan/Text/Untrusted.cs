using System.Buffers;
using System.Globalization;
using System.Text;

namespace McpScan.Text;

/// <summary>
/// Text by the party under audit. <see cref="ToString"/> shows controls, bidi marks and invisible characters as <c>⟨U+202E⟩</c>;
/// the raw text leaves only through the escaper of a sink (HTML, Markdown, terminal, JSON).
/// </summary>
public readonly record struct Untrusted(string Raw)
{
    /// <summary>The raw text, for escapers and for comparing. Never print it.</summary>
    public string Raw { get; } = Raw;

    public bool IsEmpty => string.IsNullOrEmpty(Raw);

    public static implicit operator Untrusted(string raw) => new(raw);

    /// <summary>The text in one visible line: every character that moves, hides or reorders text is written as its code point.</summary>
    public override string ToString() => Show(Raw ?? "");

    /// <summary>Whether a code point has no glyph of its own, moves the cursor or changes the direction of text.</summary>
    public static bool IsInvisible(Rune rune) =>
        rune.Value is 0x2028 or 0x2029 or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x034F or 0x17B4 or 0x17B5 or 0x2800
        || rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0000 and <= 0xE0FFF or >= 0x180B and <= 0x180F
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static string Show(string raw)
    {
        var first = raw.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        if (first < 0)
        {
            return raw;
        }

        var shown = new StringBuilder(raw.Length + 16).Append(raw, 0, first);
        for (var i = first; i < raw.Length;)
        {
            if (Rune.DecodeFromUtf16(raw.AsSpan(i), out var rune, out var used) != OperationStatus.Done)
            {
                // A lone surrogate: not a character, and many sinks would replace it without a word.
                shown.Append(CultureInfo.InvariantCulture, $"⟨U+{(int)raw[i]:X4}⟩");
            }
            else if (IsInvisible(rune))
            {
                shown.Append(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩");
            }
            else
            {
                shown.Append(raw, i, used);
            }

            i += used;
        }

        return shown.ToString();
    }
}
