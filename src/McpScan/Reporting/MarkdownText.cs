using System.Buffers;
using System.Text;

namespace McpScan.Reporting;

/// <summary>Writes the project's own texts as Markdown that means nothing but itself.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_<>[]&#~$");
    private static readonly SearchValues<char> PlainUrl = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&'*+,;=%");

    /// <summary>Plain text on one line.</summary>
    public static string Text(string text) => Escape(OneLine(text));

    /// <summary>Prose on one line: <c>`code`</c> in it stays code, nothing else is markup.</summary>
    public static string Prose(string text)
    {
        var pieces = text.Split('`');
        if (pieces.Length % 2 == 0)
        {
            return Text(text);
        }

        var prose = new StringBuilder(text.Length + 16);
        for (var i = 0; i < pieces.Length; i++)
        {
            prose.Append(i % 2 == 1 ? Code(pieces[i]) : Escape(pieces[i].ReplaceLineEndings(" ")));
        }

        return prose.ToString().Trim();
    }

    /// <summary>Code on one line.</summary>
    public static string Code(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length == 0)
        {
            return "<code></code>";
        }

        var fence = "`";
        while (line.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        // A space at either end keeps a backtick apart from the fence; a reader takes one pair of spaces away.
        var pad = line[0] == '`' || line[^1] == '`' || (line[0] == ' ' && line[^1] == ' ') ? " " : "";
        return fence + pad + line + pad + fence;
    }

    /// <summary>A link; the text is already Markdown.</summary>
    public static string Link(string text, string url) => !url.AsSpan().ContainsAnyExcept(PlainUrl)
        ? $"[{text}]({url})"
        : $"[{text}](<{url.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)";

    /// <summary>Text for HTML inside Markdown.</summary>
    public static string Html(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A row of a table; the cells are already Markdown.</summary>
    public static string Row(params ReadOnlySpan<string> cells)
    {
        var row = new StringBuilder("|");
        foreach (var cell in cells)
        {
            row.Append(' ').Append(cell.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |");
        }

        return row.Append('\n').ToString();
    }

    /// <summary>The head of a table.</summary>
    public static string Head(params ReadOnlySpan<string> cells)
    {
        var rule = new StringBuilder("|");
        foreach (var _ in cells)
        {
            rule.Append("---|");
        }

        return Row(cells) + rule.Append('\n');
    }

    private static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length; i++)
        {
            if (Special.Contains(line[i]) ? !IsHarmless(line, i) : StartsList(line, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    private static bool StartsList(string line, int i) => line[i] switch
    {
        '-' or '+' => i == 0,
        '.' or ')' => i > 0 && (i == line.Length - 1 || line[i + 1] == ' ') && line.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };

    // Marks that cannot start anything where they stand, so that the source stays readable.
    private static bool IsHarmless(string line, int i) => line[i] switch
    {
        '_' => i > 0 && i < line.Length - 1 && char.IsLetterOrDigit(line[i - 1]) && char.IsLetterOrDigit(line[i + 1]),
        '#' => i > 0,
        '>' => i > 0,
        '&' => i == line.Length - 1 || (line[i + 1] != '#' && !char.IsLetter(line[i + 1])) || !line.AsSpan(i).Contains(';'),
        _ => false,
    };
}
