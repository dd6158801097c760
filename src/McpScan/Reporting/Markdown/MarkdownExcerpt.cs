using System.Globalization;
using System.Text;
using McpScan.Reporting.Terminal;
using McpScan.Reporting.Views;
using McpScan.Text;

namespace McpScan.Reporting.Markdown;

/// <summary>An excerpt as a fenced block, with carets under the exact text; the fence is longer than any run of backticks in it.</summary>
internal static class MarkdownExcerpt
{
    public static string Of(IReadOnlyList<LineView> lines)
    {
        var body = new StringBuilder();
        var gutter = lines.Count == 0 ? 0 : lines[^1].Number.ToString(CultureInfo.InvariantCulture).Length;
        foreach (var line in lines)
        {
            var (before, marked) = (Show(line.Before), Show(line.Marked));
            body.Append(line.Number.ToString(CultureInfo.InvariantCulture).PadLeft(gutter)).Append(" | ").Append(before).Append(marked).Append(Show(line.After)).Append('\n');
            if (marked.Trim(' ').Length > 0)
            {
                var indent = marked.Length - marked.TrimStart(' ').Length;
                body.Append(' ', gutter).Append(" | ").Append(' ', DisplayWidth.Of(before) + indent).Append('^', DisplayWidth.Of(marked) - indent).Append('\n');
            }
        }

        var text = body.ToString();
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}text\n{text}{fence}\n";
    }

    private static string Show(string text) => new Untrusted(text).ToString();

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
