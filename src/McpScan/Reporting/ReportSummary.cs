using System.Globalization;
using McpScan.Auditing;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Reporting;

/// <summary>What a report comes to in a few sentences; every format for people says the same ones.</summary>
internal sealed class ReportSummary
{
    /// <summary>Titles of rules that a briefing names.</summary>
    private const int MaxTitles = 3;

    public ReportSummary(AuditReport report)
    {
        var counts = new int[5];
        var rejecting = new int[5];
        foreach (var finding in report.Findings)
        {
            if (finding.Status == FindingStatus.Open)
            {
                counts[(int)finding.Severity]++;
                rejecting[(int)finding.Severity] += finding.IsRejecting ? 1 : 0;
                Open++;
            }
            else
            {
                Accepted++;
            }
        }

        Counts = counts;
        IncompleteBecause = Reasons(report);
        Baseline = report.Baseline is { } baseline ? Compared(baseline) : null;
        WithoutWaivers = report.VerdictWithoutWaivers is { } without
            ? $"without waivers: {Words.Of(without)} ({Phrases.Count(report.Findings.Count(static f => f.Status == FindingStatus.Waived), "finding")} waived)"
            : null;
        VerdictSentence = Sentence(report, rejecting);
    }

    /// <summary>Open findings, index = <see cref="Severity"/>.</summary>
    public IReadOnlyList<int> Counts { get; }

    public int Open { get; }

    /// <summary>Findings that are waived or in the baseline.</summary>
    public int Accepted { get; }

    /// <summary>Why the audit is incomplete, also where the verdict is worse; null where it is complete.</summary>
    public string? IncompleteBecause { get; }

    /// <summary>How the findings stand to an earlier report; null where none was given.</summary>
    public string? Baseline { get; }
    /// <summary>What the verdict would be without waivers; null where nothing is waived.</summary>
    public string? WithoutWaivers { get; }

    /// <summary>The verdict of the run, why, and the exit code.</summary>
    public string VerdictSentence { get; }

    /// <summary>What a person who decides must know, a sentence each.</summary>
    public List<string> Brief(AuditReport report)
    {
        var sentences = new List<string>();
        if (!report.Servers.IsEmpty)
        {
            var verdicts = report.Servers.GroupBy(server => server.Verdict).OrderByDescending(group => group.Key).Select(group => $"{group.Count()} {Words.Of(group.Key)}").ToList();
            sentences.Add($"{Phrases.Count(report.Servers.Length, "server")} {(report.Servers.Length == 1 ? "was" : "were")} audited: {Phrases.List(verdicts)}.");
        }

        var accepted = Accepted == 0 ? "" : $"; {Phrases.Count(Accepted, "finding")} {(Accepted == 1 ? "is" : "are")} waived or in the baseline";
        sentences.Add(Open == 0
            ? $"No finding is open{accepted}."
            : $"{Phrases.List(Phrases.CountWords(Counts))} {(Open == 1 ? "finding is" : "findings are")} open{accepted}.");
        var worst = report.Findings.Where(finding => finding.Status == FindingStatus.Open).OrderByDescending(finding => finding.Severity)
            .Select(finding => finding.Rule.Title).Distinct(StringComparer.Ordinal).Take(MaxTitles).ToList();
        if (worst.Count > 0)
        {
            sentences.Add($"What weighs most: {string.Join("; ", worst)}.");
        }

        sentences.Add($"{Phrases.Count(report.Coverage.FilesRead, "file")} of {report.Coverage.FilesSeen} {(report.Coverage.FilesRead == 1 ? "was" : "were")} read and understood.");
        return sentences;
    }

    private static string Sentence(AuditReport report, int[] rejecting)
    {
        var exit = string.Create(CultureInfo.InvariantCulture, $" (exit code {report.ExitCode})");
        var failOn = Words.Of(report.FailOn);
        switch (report.Verdict)
        {
            case Verdict.Rejected:
                // A policy may have set a lower threshold for a place.
                var threshold = rejecting.AsSpan(0, (int)report.FailOn).ContainsAnyExcept(0) ? "the thresholds of the policy" : $"--fail-on {failOn}";
                return $"rejected: {Phrases.List(Phrases.CountWords(rejecting))} {(rejecting.Sum() == 1 ? "finding" : "findings")} at or above {threshold}{exit}";
            case Verdict.Incomplete:
                return $"incomplete: not everything could be examined, so this is not a pass{exit}";
            case Verdict.Conditional:
                return $"conditional: nothing at or above --fail-on {failOn}, but medium findings or waivers need a decision{exit}";
            default:
                return $"approved: nothing at or above --fail-on {failOn}{exit}";
        }
    }

    private static string Compared(BaselineReport baseline)
    {
        var updated = baseline.Updated == 0 ? "" : $", {Phrases.Count(baseline.Updated, "finding")} with other evidence or a higher severity than there (counted)";
        return $"{Phrases.Count(baseline.Unchanged, "finding")} as in the baseline{updated}, {baseline.New.ToString("N0", CultureInfo.InvariantCulture)} new, {baseline.Absent.Length.ToString("N0", CultureInfo.InvariantCulture)} no longer found";
    }

    private static string? Reasons(AuditReport report)
    {
        var reasons = new List<string>(3);
        var servers = report.Servers.Count(s => s.Verdict == Verdict.Incomplete);
        if (servers > 0)
        {
            reasons.Add(Phrases.Count(servers, "server") + " could not be judged");
        }

        // A server without a judgement says the same as the file that describes it.
        var said = report.Servers.Where(s => s.Verdict == Verdict.Incomplete).Select(s => s.Path).ToHashSet(StringComparer.Ordinal);
        var inputs = report.Notices.Where(n => n is { Severity: NoticeSeverity.Error, Path: { } path } && !said.Contains(path)).Select(n => n.Path).Distinct(StringComparer.Ordinal).Count();
        if (inputs > 0)
        {
            reasons.Add(Phrases.Count(inputs, "input") + " could not be examined whole");
        }

        if (report.Servers.IsEmpty && report.Inputs.IsEmpty)
        {
            reasons.Add("nothing was found to audit");
        }

        if (reasons.Count == 0 && (report.Verdict == Verdict.Incomplete || report.ExitCode == 3))
        {
            reasons.Add("see what was not examined");
        }

        return reasons.Count == 0 ? null : Phrases.List(reasons);
    }
}
