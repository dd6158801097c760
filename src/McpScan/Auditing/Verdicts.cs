using McpScan.Rules;

namespace McpScan.Auditing;

/// <summary>What findings come to.</summary>
internal static class Verdicts
{
    /// <summary>Rejected, else incomplete, else conditional, else approved.</summary>
    /// <param name="findings">The findings of a server, or of the run.</param>
    /// <param name="isIncomplete">Whether something that matters could not be read.</param>
    public static Verdict Of(IReadOnlyCollection<Finding> findings, bool isIncomplete) =>
        findings.Any(static finding => finding.IsRejecting) ? Verdict.Rejected
        : isIncomplete ? Verdict.Incomplete
        : findings.Any(IsConditional) ? Verdict.Conditional : Verdict.Approved;

    /// <summary>The same if nothing were waived; null where nothing is.</summary>
    public static Verdict? WithoutWaivers(IReadOnlyCollection<Finding> findings, bool isIncomplete) =>
        findings.Any(static finding => finding.Status == FindingStatus.Waived)
            ? Of([.. findings.Select(static finding => finding.Status == FindingStatus.Waived ? finding with { Status = FindingStatus.Open } : finding)], isIncomplete)
            : null;

    private static bool IsConditional(Finding finding) =>
        finding.Status == FindingStatus.Waived || (finding.Status == FindingStatus.Open && finding.Severity >= Severity.Medium);
}
