using System.Buffers;
using System.Text;

namespace McpScan.Language;

/// <summary>Folds single characters to what a reader sees in them.</summary>
/// <remarks>
/// The runtime has no NFKC in invariant globalization, so the compatibility forms that carry Latin letters and digits are folded here
/// (Unicode 16, blocks Halfwidth and Fullwidth Forms, Mathematical Alphanumeric Symbols, Enclosed Alphanumerics and their supplements).
/// </remarks>
internal static class Folding
{
    private const string Accented = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšţťŧùúûüũūŭůűųŵýÿŷźżž";
    private const string Bare = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnoooooooooorrrrsssstttuuuuuuuuuuwyyyzzz";

    // Cyrillic, Greek, Armenian and Cherokee-like letters that print like the Latin letter below them.
    private const string Lookalikes = "аАВсСеЕЅѕіІїјЈкКМНоОрРтТхХуУԁԛԜԝһҺҽΑΒΕΖΗΙΚΜΝΟΡΤΥΧοѵցոսօɡιανρτυ";
    private const string Likened = "aABcCeESsiIijJkKMHoOpPtTxXyYdqWwhHeABEZHIKMNOPTYXovgnuogiavptu";

    // Styled letters of the basic plane: the gaps of the mathematical alphabets (Letterlike Symbols), small capitals and superscripts.
    private const string StyledForms = "ℂℊℋℌℍℎℏℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴℹⅅⅆⅇⅈⅉᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";
    private const string StyledLetters = "CgHHHhhIILlNPQRRRZZBCeEFMoiDdeijabcdefghijklmnoprstuvwyzabcdefghijklmnoprstuvwxyz";

    private static readonly SearchValues<char> Dropped = SearchValues.Create(
        "\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069"
        + "\u206A\u206B\u206C\u206D\u206E\u206F\u2800\u3164\uFEFF\uFFA0\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F");

    /// <summary>Whether the character has no glyph and no meaning of its own.</summary>
    public static bool IsDropped(char c) => Dropped.Contains(c) || c is >= '\u0300' and <= '\u036F';

    /// <summary>The plain form of a character of the basic plane, in its own case.</summary>
    public static char Straighten(char c) => c switch
    {
        <= '\u00A0' => c == '\u00A0' ? ' ' : c,
        '‘' or '’' or 'ʼ' or '＇' or '`' => '\'',
        '“' or '”' or '„' or '«' or '»' or '「' or '」' or '『' or '』' => '"',
        '–' or '—' or '‐' or '‑' or '−' => '-',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        >= '\u24B6' and <= '\u24CF' => (char)('A' + (c - 0x24B6)),
        >= '\u24D0' and <= '\u24E9' => (char)('a' + (c - 0x24D0)),
        (>= '\u1D00' and <= '\u1DBF') or (>= '\u2071' and <= '\u207F') or (>= '\u2102' and <= '\u2149') or (>= '\u0262' and <= '\u02E3') or (>= '\uA730' and <= '\uA731')
            => StyledForms.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? StyledLetters[at] : c,
        _ => c,
    };

    /// <summary>The Latin letter or digit that a character beyond the basic plane is a styled form of, or zero.</summary>
    public static char Styled(int rune) => rune switch
    {
        // Thirteen alphabets of 52 letters; a few letters live elsewhere and leave gaps.
        >= 0x1D400 and <= 0x1D6A3 => (char)(((rune - 0x1D400) % 52) is var at && at < 26 ? 'A' + at : 'a' + at - 26),
        >= 0x1D7CE and <= 0x1D7FF => (char)('0' + ((rune - 0x1D7CE) % 10)),
        >= 0x1F130 and <= 0x1F149 => (char)('A' + (rune - 0x1F130)),
        >= 0x1F150 and <= 0x1F169 => (char)('A' + (rune - 0x1F150)),
        >= 0x1F170 and <= 0x1F189 => (char)('A' + (rune - 0x1F170)),
        _ => '\0',
    };

    /// <summary>The character in lower case and without its accent.</summary>
    public static char Lower(char c)
    {
        if (c < 128)
        {
            return char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        }

        var lower = char.ToLowerInvariant(c);
        return lower is >= 'à' and <= 'ž' && Accented.IndexOf(lower, StringComparison.Ordinal) is >= 0 and var at ? Bare[at] : lower;
    }

    /// <summary>The Latin letter that a letter of another script looks like, or zero.</summary>
    public static char Likeness(char c) => Lookalikes.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Likened[at] : '\0';

    /// <summary>Replaces lookalikes in words that mix them with Latin letters; words of one script stay as they are.</summary>
    public static void Unmask(Span<char> text)
    {
        for (var start = 0; start < text.Length;)
        {
            if (!char.IsLetter(text[start]))
            {
                start++;
                continue;
            }

            var (end, hasLatin, hasForeign, isMasked) = (start, false, false, true);
            for (; end < text.Length && char.IsLetter(text[end]); end++)
            {
                if (text[end] <= '\u024F')
                {
                    hasLatin = true;
                }
                else
                {
                    hasForeign = true;
                    isMasked &= Likeness(text[end]) != '\0';
                }
            }

            for (var i = start; hasLatin && hasForeign && isMasked && i < end; i++)
            {
                text[i] = text[i] > '\u024F' ? Likeness(text[i]) : text[i];
            }

            start = end;
        }
    }
}
