using System.Buffers;
using System.Globalization;
using McpScan.Text;

namespace McpScan.Reporting.Markdown;

/// <summary>
/// Makes text safe in GitHub's Markdown by character references: they mean the same in a paragraph, a table cell and an HTML block, and start no syntax
/// in any of them. Words that GitHub turns into links and mentions after parsing stand in a code element, which it leaves alone.
/// </summary>
internal sealed class MarkdownEscaper : Escaper
{
    private static readonly SearchValues<char> Harmless = SearchValues.Create(" ,.;:/()-?'\"%ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>What ends a clause behind an address.</summary>
    private const string Stops = ".,;";

    /// <summary>An inline code element; empty for an empty text.</summary>
    public static string Code(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        using var code = new StringWriter(CultureInfo.InvariantCulture);
        WriteCode(new Untrusted(text).ToString(), code);
        return code.ToString();
    }

    protected override void Escape(string visible, TextWriter target)
    {
        var text = visible.Trim(' ');
        var isFirst = true;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text[range];
            target.Write(isFirst ? "" : " ");
            if (IsLinked(word))
            {
                // The comma behind an address is not a part of it.
                var end = word.AsSpan().TrimEnd(Stops).Length;
                WriteCode(word[..end], target);
                target.Write(word[end..]);
            }
            else
            {
                WriteText(word, isFirst, target);
            }

            isFirst = false;
        }
    }

    /// <summary>Mentions, references to issues, addresses of mail and of the web, names of emoji.</summary>
    private static bool IsLinked(string word) =>
        word.Contains('@', StringComparison.Ordinal)
        || word.Contains('#', StringComparison.Ordinal)
        || word.IndexOf(':', StringComparison.Ordinal) != word.LastIndexOf(':')
        || word.Contains("://", StringComparison.Ordinal)
        || word.Contains("www.", StringComparison.OrdinalIgnoreCase)
        || word.Contains("GH-", StringComparison.OrdinalIgnoreCase)
        || word.Contains("mailto:", StringComparison.OrdinalIgnoreCase)
        || word.Contains("xmpp:", StringComparison.OrdinalIgnoreCase);

    private static void WriteCode(string text, TextWriter target)
    {
        target.Write("<code>");
        WriteText(text, mayStartLine: false, target);
        target.Write("</code>");
    }

    private static void WriteText(string text, bool mayStartLine, TextWriter target)
    {
        // "-" and "1." make lists where they start a line.
        var start = mayStartLine ? text.AsSpan().IndexOfAnyExceptInRange('0', '9') : -1;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character >= 0x80 || IsInsideWord(text, i) || (Harmless.Contains(character) && !(i == start && character is '-' or '.' or ')') && !IsPartOfAddress(text, i)))
            {
                target.Write(character);
            }
            else
            {
                target.Write("&#");
                target.Write(((int)character).ToString(CultureInfo.InvariantCulture));

                // An address of mail is looked for after references are resolved; a possible line break keeps its halves apart.
                target.Write(character == '@' ? ";<wbr>" : ";");
            }
        }
    }

    /// <summary>An underscore between letters or digits is no emphasis.</summary>
    private static bool IsInsideWord(string text, int at) =>
        text[at] == '_' && at > 0 && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at + 1]);

    /// <summary>The colon of <c>http://</c> (but not that of <c>file:7:93</c>), and the dot of <c>www.</c>, by which parsers know an address.</summary>
    private static bool IsPartOfAddress(string text, int at) => text[at] switch
    {
        ':' => at + 1 < text.Length && !char.IsAsciiDigit(text[at + 1]) && text[at + 1] != ' ',
        '.' => at >= 3 && string.Compare(text, at - 3, "www", 0, 3, StringComparison.OrdinalIgnoreCase) == 0,
        _ => false,
    };
}
