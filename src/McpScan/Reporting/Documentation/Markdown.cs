using System.Buffers;
using System.Text;

namespace McpScan.Reporting.Documentation;

/// <summary>Writes the project's own texts as Markdown that means nothing but itself, also in a cell of a table.</summary>
internal static class Markdown
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_<>[]|&#~$");

    /// <summary>Plain text on one line.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var line = OneLine(text);
        for (var i = 0; i < line.Length; i++)
        {
            if (Special.Contains(line[i]) && !IsHarmless(line, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    /// <summary>Code on one line.</summary>
    public static string Code(string text)
    {
        var line = OneLine(text);
        return line.AsSpan().IndexOfAny('`', '|') < 0 && line == line.Trim() && line.Length > 0
            ? $"`{line}`"
            : $"<code>{Html(line).Replace("|", "&#124;", StringComparison.Ordinal).Replace("`", "&#96;", StringComparison.Ordinal)}</code>";
    }

    /// <summary>A link; the text is already Markdown.</summary>
    public static string Link(string text, string url) => $"[{text}](<{url.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)";

    /// <summary>Text for HTML inside Markdown.</summary>
    public static string Html(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A row of a table; the cells are already Markdown.</summary>
    public static string Row(params ReadOnlySpan<string> cells) => $"| {string.Join(" | ", cells!)} |\n";

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

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    // Marks that cannot start anything where they stand, so that the source stays readable.
    private static bool IsHarmless(string line, int i) => line[i] switch
    {
        '_' => i > 0 && i < line.Length - 1 && char.IsLetterOrDigit(line[i - 1]) && char.IsLetterOrDigit(line[i + 1]),
        '#' => i > 0,
        '>' => i > 0,
        '&' => i == line.Length - 1 || (line[i + 1] != '#' && !char.IsLetter(line[i + 1])) || !line.AsSpan(i).Contains(';'),
        '~' => i == line.Length - 1 || line[i + 1] != '~',
        _ => false,
    };
}
