using McpScan.Auditing;
using McpScan.Governance.SignOffs;

namespace McpScan.Reporting;

/// <summary>What a sign-off keeps of a report, in the words of the reports.</summary>
public static class SignedAudits
{
    public static SignedAudit Of(AuditReport report)
    {
        var summary = new ReportSummary(report);
        return new SignedAudit(
            Words.Of(report.Verdict),
            Words.Of(report.FailOn),
            [.. summary.Counts],
            summary.Accepted,
            report.Coverage.NotExamined.Length + report.Coverage.FilesSkipped.Length,
            [.. report.Servers.Select(server => new SignedServer(server.Id, server.Name.Raw, server.Version.Raw ?? "", Words.Of(server.Verdict)))]);
    }
}
