using System.Text;
using McpScan.Auditing;

namespace McpScan.Reporting.Terminal;

/// <summary>The report on a terminal: findings of the worst server first, then the summary; the verdict is the last line.</summary>
public sealed class ConsoleRenderer(ConsoleStyle style) : IRenderer
{
    public string Format => "console";

    public IReadOnlyList<string> Extensions => [".txt"];

    public void Render(AuditReport report, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024, leaveOpen: true);
        var writer = new ConsoleWriter(text, style);
        var isVerbose = style.Verbosity == Verbosity.Verbose;
        var summary = new SummaryPrinter(writer, report, isVerbose);
        if (style.Verbosity == Verbosity.Quiet)
        {
            summary.PrintServers(isShort: true, isFolded: false);
            summary.PrintVerdict();
            return;
        }

        PrintFindings(writer, report, isVerbose);
        foreach (var framework in report.Frameworks)
        {
            Rule(writer, $"{framework.Framework.Name} {framework.Framework.Version}", null, null);
            new FrameworkPrinter(writer, isVerbose).Print(framework);
        }

        Rule(writer, "summary", null, null);
        summary.PrintServers(isShort: false, isFolded: !isVerbose);
        writer.EndLine();
        summary.PrintAgents();
        summary.PrintCounts();
        summary.PrintNotices();
        writer.EndLine();
        summary.PrintVerdict();
    }

    private static void PrintFindings(ConsoleWriter writer, AuditReport report, bool isVerbose)
    {
        var printer = new FindingPrinter(writer, isVerbose);
        foreach (var group in FindingGroup.Of(report))
        {
            var isTitled = false;
            foreach (var finding in group.Findings)
            {
                if (finding.Status != FindingStatus.Open && !isVerbose)
                {
                    continue;
                }

                if (!isTitled)
                {
                    isTitled = true;
                    Rule(writer, group.Server is { } server ? SummaryPrinter.Name(server) : "clients and files", group.Server?.Verdict is { } v ? Words.Of(v) : null, group.Server?.Verdict is { } w ? Sgr.Of(w) : null);
                }

                printer.Print(finding);
            }
        }
    }

    private static void Rule(ConsoleWriter writer, string title, string? word, string? sgr)
    {
        title = new Text.Untrusted(title).ToString();
        var room = writer.Width - 8 - (word is null ? 0 : word.Length + 2);
        title = DisplayWidth.Of(title) <= room ? title : DisplayWidth.TakeFirst(title, room - 1) + "…";
        var used = 4 + DisplayWidth.Of(title) + (word is null ? 0 : word.Length + 2);
        writer.Write("── ", Sgr.Dim).Write(title, Sgr.Bold);
        if (word is not null)
        {
            writer.Write(": ").Write(word, sgr);
        }

        writer.Write(" ").Repeat('─', writer.Width - used, Sgr.Dim).EndLine();
        writer.EndLine();
    }
}
