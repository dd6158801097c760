using System.Globalization;
using System.Text;

namespace McpScan.Reporting.Terminal;

/// <summary>How many columns a terminal gives to text: two for wide East Asian characters and emoji, none for combining marks.</summary>
internal static class DisplayWidth
{
    // The ranges of East_Asian_Width W and F that matter in practice (Unicode UAX #11), and the emoji blocks.
    // First and last code points in turn; a plain list of numbers is data of the assembly and costs no start-up.
    private static ReadOnlySpan<int> Wide =>
    [
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653, 0x26A1, 0x26A1,
        0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26D4, 0x26D4, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C,
        0x2753, 0x2757, 0x2795, 0x2797, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0xA4CF,
        0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x1B2FF,
        0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F19A, 0x1F200, 0x1F320, 0x1F32D, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F7E0, 0x1F7EB,
        0x1F90C, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD,
    ];

    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    public static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
        {
            return 1;
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        {
            return 0;
        }

        for (var i = 0; i < Wide.Length && rune.Value >= Wide[i]; i += 2)
        {
            if (rune.Value <= Wide[i + 1])
            {
                return 2;
            }
        }

        return 1;
    }

    /// <summary>The longest beginning of the text that fits.</summary>
    public static string TakeFirst(string text, int columns)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns -= Of(rune);
            if (columns < 0)
            {
                break;
            }

            at += rune.Utf16SequenceLength;
        }

        return text[..at];
    }

    /// <summary>The longest end of the text that fits.</summary>
    public static string TakeLast(string text, int columns)
    {
        var skip = Of(text) - columns;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (skip <= 0)
            {
                break;
            }

            skip -= Of(rune);
            at += rune.Utf16SequenceLength;
        }

        return text[at..];
    }
}
