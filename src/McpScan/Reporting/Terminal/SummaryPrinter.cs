using System.Globalization;
using McpScan.Auditing;
using McpScan.Modeling;
using McpScan.Reporting.Views;
using McpScan.Text;

namespace McpScan.Reporting.Terminal;

/// <summary>Prints what the run came to: servers, counts, what was not examined, notices and the verdict.</summary>
internal sealed class SummaryPrinter(ConsoleWriter writer, AuditReport report, bool isVerbose)
{
    private const int ShownPaths = 3;
    private const int ShownNotices = 20;
    private const int ShownServers = 30;
    private readonly ReportSummary _summary = new(report);

    /// <param name="isShort">Whether a line has the path in place of the counts.</param>
    /// <param name="isFolded">Whether approved servers are only counted where there are many.</param>
    public void PrintServers(bool isShort, bool isFolded)
    {
        var servers = FindingGroup.WorstFirst(report);
        var approved = isFolded && servers.Count > ShownServers ? servers.RemoveAll(s => s.Verdict == Verdict.Approved) : 0;
        var names = servers.ConvertAll(Name);
        var behind = 20;
        foreach (var server in servers)
        {
            behind = Math.Max(behind, Phrases.Counts(server.Counts).Length);
        }

        var column = Math.Min(Math.Max(20, writer.Width - 15 - behind), Widest(names));
        for (var i = 0; i < servers.Count; i++)
        {
            var server = servers[i];
            var name = DisplayWidth.Of(names[i]) <= column ? names[i] : DisplayWidth.TakeFirst(names[i], column - 1) + "…";
            writer.Write(Words.Of(server.Verdict).PadRight(11), Sgr.Of(server.Verdict)).Write("  ").Write(name).Repeat(' ', column - DisplayWidth.Of(name) + 2);
            var counts = Phrases.Counts(server.Counts);
            if (!isShort && counts.Length > 0)
            {
                writer.Write(counts);
            }
            else
            {
                var path = new Untrusted(server.Path).ToString();
                var room = writer.Width - 15 - column;
                writer.Write(DisplayWidth.Of(path) <= room ? path : "…" + DisplayWidth.TakeLast(path, room - 1), Sgr.Dim);
            }

            writer.EndLine();
        }

        if (approved > 0)
        {
            writer.Write("approved", Sgr.Of(Verdict.Approved)).Write($"     {Phrases.Count(approved, "server")}").Write(" (named with --verbose)", Sgr.Dim).EndLine();
        }
    }

    /// <summary>A line for each agent with the servers that it may call, where reports for people show agents.</summary>
    public void PrintAgents()
    {
        foreach (var agent in AgentViews.Of(report))
        {
            var servers = agent.Rows.Select(static row => row.Server.Length == 0 ? row.Note : $"{row.Server} ({Reach(row)})");
            var flows = agent.ToxicFlows.Length == 0 ? "" : $"; {agent.ToxicFlows}";
            writer.Write("agent", Sgr.Bold).Write(": ").Wrap(new Untrusted($"{agent.Name}: {string.Join(", ", servers)}{flows}").ToString(), 4);
        }

        if (AgentViews.LeftOut(report) is > 0 and var more)
        {
            writer.Write($"and {Phrases.Count(more, "agent")} more (in the JSON report)", Sgr.Dim).EndLine();
        }
    }

    public void PrintCounts()
    {
        var findings = _summary.Open == 0 ? "none" : $"{Number(_summary.Open)} ({Phrases.Counts(_summary.Counts)})";
        var accepted = _summary.Accepted == 0 ? "" : $"; {Number(_summary.Accepted)} waived or in the baseline{(isVerbose ? "" : " (shown with --verbose)")}";
        writer.Write("findings", Sgr.Bold).Write(": ").Wrap(findings + accepted, 4);
        if (_summary.Baseline is { } baseline)
        {
            writer.Write("baseline", Sgr.Bold).Write(": ").Wrap(baseline, 4);
        }

        var coverage = report.Coverage;
        writer.Write("files", Sgr.Bold).Write($": {Number(coverage.FilesRead)} read of {Number(coverage.FilesSeen)} seen; {Phrases.Count(report.Rules.Length, "rule")} asked").EndLine();
        PrintGaps("not examined", coverage.NotExamined);
        PrintGaps("skipped", coverage.FilesSkipped);
    }

    public void PrintNotices()
    {
        // Errors first: they are what makes an audit incomplete.
        var notices = report.Notices.OrderByDescending(n => (int)n.Severity).ToList();
        var shown = isVerbose ? notices.Count : Math.Min(notices.Count, ShownNotices);
        foreach (var notice in notices.Take(shown))
        {
            var at = notice.Place is { } place ? FindingPrinter.At(place) + ": " : notice.Path is { } path ? path + ": " : "";
            writer.Write(Words.Of(notice.Severity), Sgr.Of(notice.Severity)).Write(": ").Wrap(at + notice.Message, 4);
        }

        if (shown < notices.Count)
        {
            writer.Write($"and {Phrases.Count(notices.Count - shown, "notice")} more (shown with --verbose)", Sgr.Dim).EndLine();
        }
    }

    public void PrintVerdict()
    {
        if (_summary.IncompleteBecause is { } because)
        {
            writer.Write("INCOMPLETE", Sgr.Of(Verdict.Incomplete)).Write(": ").Wrap($"{because}. What was not examined may hold findings.", 4);
        }

        if (_summary.WithoutWaivers is { } without)
        {
            writer.Wrap(without, 4);
        }

        var word = Words.Of(report.Verdict);
        writer.Write(word, Sgr.Of(report.Verdict)).Wrap(_summary.VerdictSentence[word.Length..], 4);
    }

    public static string Name(ServerReport server) =>
        server.Version.IsEmpty ? server.Name.ToString() : $"{server.Name} {server.Version}";

    private static string Reach(GrantView row)
    {
        var tools = row.Note.StartsWith("every", StringComparison.Ordinal) ? "every tool" : Phrases.Count(row.ToolCount, "tool");
        return row.Standing switch
        {
            "allowed" => tools,
            "denied" => row.Standing,
            _ => $"{row.Standing}, {tools}",
        };
    }

    private static int Widest(List<string> names)
    {
        var widest = 0;
        foreach (var name in names)
        {
            widest = Math.Max(widest, DisplayWidth.Of(name));
        }

        return widest;
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private void PrintGaps(string label, IReadOnlyCollection<CoverageGap> gaps)
    {
        foreach (var group in CoverageGroup.Of(gaps))
        {
            var shown = isVerbose ? group.Paths.Count : Math.Min(ShownPaths, group.Paths.Count);
            var more = group.Paths.Count - shown;
            writer.Write(label, Sgr.Bold).Write(": ").Wrap(
                $"{Number(group.Paths.Count)} × {group.Reason}: {string.Join(", ", group.Paths.Take(shown))}{(more > 0 ? $", and {Number(more)} more" : "")}", 4);
        }
    }
}
