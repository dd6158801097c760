using System.Globalization;
using McpScan.Auditing;
using McpScan.Modeling;
using McpScan.Rules;

namespace McpScan.Reporting.Views;

/// <summary>Makes the view of a report.</summary>
internal static class ReportViews
{
    private const int FewServers = 30;

    /// <param name="report">The report.</param>
    /// <param name="full">How many findings are shown in full.</param>
    /// <param name="brief">How many more get one line.</param>
    /// <param name="paths">How many paths are named for one reason.</param>
    /// <param name="matrix">What servers and tools can do.</param>
    public static ReportView Of(AuditReport report, int full, int brief, int paths, CapabilityMatrix matrix)
    {
        var summary = new ReportSummary(report);
        var findings = new FindingViews(full, brief);
        var groups = FindingGroup.Of(report);
        var families = FamilyViews.Of(report);
        var servers = Servers(report, groups, families);
        var isFolded = servers.Count > FewServers;
        return new ReportView
        {
            ToolName = report.Tool.Name,
            ToolVersion = report.Tool.Version,
            RulesDigest = report.Tool.RulesDigest.ToString(),
            Timestamp = report.Timestamp?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            Verdict = Words.Of(report.Verdict),
            VerdictSentence = summary.VerdictSentence,
            WithoutWaivers = summary.WithoutWaivers,
            Policy = report.Policy is { } policy ? PolicyView.Of(policy) : null,
            IncompleteBecause = summary.IncompleteBecause,
            FailOn = Words.Of(report.FailOn),
            ExitCode = report.ExitCode,
            Counts = Counts(summary.Counts, all: true),
            CountsText = Phrases.Counts(summary.Counts),
            Open = summary.Open,
            Accepted = summary.Accepted,
            Baseline = summary.Baseline,
            Absent = [.. (report.Baseline?.Absent ?? []).Take(paths).Select(static absent => new AbsentView(absent.RuleId, absent.Message, $"{absent.Path}:{absent.Line.ToString(CultureInfo.InvariantCulture)}"))],
            Servers = servers,
            ServersShown = isFolded ? [.. servers.Where(s => !s.IsApproved)] : servers,
            ServersFolded = isFolded ? [.. servers.Where(s => s.IsApproved)] : [],
            Agents = AgentViews.Of(report),
            AgentsTotal = AgentViews.Count(report),
            AgentsLeftOut = AgentViews.LeftOut(report),
            Capabilities = matrix,
            Groups = findings.Of(groups),
            FindingsTotal = report.Findings.Length,
            FindingsInBrief = findings.InBrief,
            FindingsLeftOut = findings.LeftOut,
            Families = families.Views,
            RulesTotal = report.Rules.Length,
            Notices = [.. report.Notices.OrderByDescending(n => n.Severity).Select(n => new NoticeView(Words.Of(n.Severity), n.Place is { } place ? FindingViews.At(place) : n.Path, n.Message))],
            FilesSeen = report.Coverage.FilesSeen,
            FilesRead = report.Coverage.FilesRead,
            NotExamined = Gaps(report.Coverage.NotExamined, paths),
            Skipped = Gaps(report.Coverage.FilesSkipped, paths),
            Inputs = [.. report.Inputs.Select(i => new InputView(i.Path, i.Kind, i.Sha256.ToString()))],
            Standards = [.. Standards(report)],
            Briefing = summary.Brief(report),
            Frameworks = FrameworkViews.Of(report),
            SignOff = report.SignOff is { } signOff ? SignOffView.Of(signOff) : null,
        };
    }

    private static IEnumerable<StandardView> Standards(AuditReport report)
    {
        if (report.Policy is { Path: { } path, Digest: { } digest } policy)
        {
            // Of a file that was signed for the digest counts that `verify` takes: of its bytes.
            yield return new StandardView("Policy", policy.Name, report.PolicyFile?.Name ?? path, report.PolicyFile?.Sha256 ?? digest.ToString());
        }

        if (report.LockFile is { } locked)
        {
            yield return new StandardView("Lock", null, locked.Name, locked.Sha256);
        }
    }

    private static List<ServerView> Servers(AuditReport report, List<FindingGroup> groups, FamilyViews families)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i].Server is { } server)
            {
                numbers.Add(server.Id, i + 1);
            }
        }

        return FindingGroup.WorstFirst(report).ConvertAll(server => new ServerView
        {
            Name = server.Name.Raw,
            Version = server.Version.IsEmpty ? null : server.Version.Raw,
            Path = server.Path,
            Group = server.Group == server.Path ? null : server.Group,
            Verdict = Words.Of(server.Verdict),
            WithoutWaivers = server.VerdictWithoutWaivers is { } without ? Words.Of(without) : null,
            Counts = Counts(server.Counts, all: false),
            Parts = string.Join(", ", server.Parts.Where(p => p.Count > 0).Select(p => Phrases.Count(p.Count, Words.Of(p.Kind)))),
            Tools = [.. server.Tools.Select(t => new ToolView(t.Name.Raw, [.. t.Capabilities.All.Select(c => c.Raw)]))],
            Cells = families.Cells(server),
            GroupNumber = numbers.TryGetValue(server.Id, out var number) ? number : null,
        });
    }

    private static List<CountView> Counts(IReadOnlyList<int> counts, bool all)
    {
        var views = new List<CountView>(5);
        for (var s = Severity.Critical; s >= Severity.Info; s--)
        {
            if (all || counts[(int)s] > 0)
            {
                views.Add(new CountView(Words.Of(s), counts[(int)s]));
            }
        }

        return views;
    }

    private static List<GapView> Gaps(IEnumerable<CoverageGap> gaps, int paths) =>
        CoverageGroup.Of(gaps).ConvertAll(g => new GapView(g.Reason, g.Paths.Count, [.. g.Paths.Take(paths)], Math.Max(0, g.Paths.Count - paths)));
}
