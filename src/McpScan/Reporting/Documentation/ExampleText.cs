using System.Text;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Reporting.Documentation;

/// <summary>Shows an example of a rule with its marked spans underlined; invisible characters are shown as their code points.</summary>
internal static class ExampleText
{
    private const int MaxLines = 30;
    private const int MaxLength = 240;

    public static string Render(RuleExample example)
    {
        var shown = new StringBuilder();
        foreach (var file in example.All)
        {
            if (file.Before is { Length: > 0 } before)
            {
                Append(shown, file.Path + " when it was pinned", before);
            }

            if (file.Text.Length > 0)
            {
                Append(shown, file.Before is { Length: > 0 } ? file.Path + " now" : file.Path, file.Text);
            }
        }

        return shown.ToString();
    }

    private static void Append(StringBuilder shown, string title, string text) =>
        shown.Append("\n<pre><b>").Append(MarkdownText.Html(title)).Append("</b>\n").Append(Show(text)).Append("</pre>\n");

    private static string Show(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var kept = lines.Take(MaxLines).Select(ShowLine).ToList();
        if (lines.Length > MaxLines)
        {
            kept.Add($"… {lines.Length - MaxLines} more lines");
        }

        // A mark may run over several lines, or beyond what is kept: the tags must pair all the same.
        var html = string.Join('\n', kept);
        return html + (Count(html, "<ins><b>") > Count(html, "</b></ins>") ? "</b></ins>" : "");
    }

    private static string ShowLine(string line)
    {
        var lastMark = Math.Max(line.LastIndexOf("[|", StringComparison.Ordinal), line.LastIndexOf("|]", StringComparison.Ordinal));
        var cut = line.Length > MaxLength && lastMark < MaxLength - 1 ? line[..MaxLength] + "…" : line;
        return MarkdownText.Html(string.Join('\t', cut.Split('\t').Select(part => new Untrusted(part).ToString())))
            .Replace("[|", "<ins><b>", StringComparison.Ordinal)
            .Replace("|]", "</b></ins>", StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
