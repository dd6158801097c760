using McpScan.Auditing;
using McpScan.Reporting.Views;

namespace McpScan.Reporting.Terminal;

/// <summary>The report on a terminal: findings of the worst server first, then the summary; the verdict is the last line.</summary>
public sealed class ConsoleRenderer(ConsoleStyle style) : IRenderer
{
    /// <summary>Of the capability matrix, what a person can take in.</summary>
    private const int AllServers = 200;
    private const int AllTools = 1_000;

    public string Format => "console";

    public IReadOnlyList<string> Extensions => [".txt"];

    public void Render(AuditReport report, Stream output)
    {
        using var text = ConsoleWriter.TextOf(output);
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
        PrintCapabilities(writer, report, isVerbose);
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

    /// <summary>Only the capability matrix, with every server and tool that a page can take.</summary>
    public void RenderCapabilities(AuditReport report, Stream output)
    {
        using var text = ConsoleWriter.TextOf(output);
        new CapabilityPrinter(new ConsoleWriter(text, style)).Print(CapabilityMatrix.Of(report, AllServers, AllTools), isWhole: true);
    }

    /// <summary>A row for each of a few servers; all that fit, with their tools, where the reader wants everything.</summary>
    private static void PrintCapabilities(ConsoleWriter writer, AuditReport report, bool isVerbose)
    {
        var matrix = isVerbose ? CapabilityMatrix.Of(report, AllServers, AllTools) : CapabilityMatrix.Of(report, servers: 8, tools: 0);
        if (matrix.Servers.Count > 0)
        {
            Rule(writer, "what servers can do", null, null);
            new CapabilityPrinter(writer).Print(matrix, isVerbose);
            writer.EndLine();
        }
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
