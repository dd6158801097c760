using McpScan.Auditing;
using McpScan.Governance.SignOffs;
using McpScan.Rules;
using McpScan.Tests.Governance.SignOffs;

namespace McpScan.Tests.Reporting;

/// <summary>The fleet, decided on, and answered by two frameworks.</summary>
internal static class SignedReport
{
    public static AuditReport Realistic { get; } = Make(FleetReport.Realistic, static text => text);

    /// <summary>The decision attacks as the audited side does: whoever reads the report need not be its author.</summary>
    public static AuditReport Hostile { get; } = Make(FleetReport.Hostile, static _ => SampleReports.Attack);

    public static AuditReport Harmless { get; } = Make(FleetReport.Harmless, static _ => "harmless");

    private static AuditReport Make(AuditReport report, Func<string, string> said)
    {
        var full = Statements.Full.SignOff;
        return report with
        {
            Timestamp = full.Decided,
            PolicyFile = new BoundFile(said("policy.yaml"), new string('c', 64)),
            LockFile = new BoundFile(said("mcpscan.lock.json"), new string('d', 64)),
            SignOff = full with
            {
                Scope = said("pilot of the service desk"), Conditions = [new SignOffCondition(said("Pin the image of the files server"), new DateOnly(2026, 4, 1)), new SignOffCondition(said("Take the notes server out"), new DateOnly(2026, 5, 1))],
                ResidualRisks = [said("The vendor may change the remote server at any time")], Approver = said("Jane Roe"), Role = said("CISO"), Requester = said("John Doe"),
            },
            Frameworks = [Framework(report)],
        };
    }

    private static FrameworkResult Framework(AuditReport report)
    {
        var framework = new Framework("desk", "Desk framework", "1.0", "none", "https://example.com", "An audit of files can support a control, never prove it.", []);
        var worst = report.Findings.MaxBy(finding => finding.Severity)!;
        return new FrameworkResult(framework,
        [
            new ControlResult(new FrameworkControl("D 1", "Tools do not speak to the model"), ControlStatus.NotMet, "1 finding") { Rules = [worst.Rule], Findings = [worst] },
            new ControlResult(new FrameworkControl("D 2", "Changes are noticed"), ControlStatus.NotExamined, "No lock was in force."),
            new ControlResult(new FrameworkControl("D 3", "Risks are analysed"), ControlStatus.Met, "The audit is complete, and says what it did not examine"),
            new ControlResult(new FrameworkControl("D 4", "People are trained"), ControlStatus.NotCovered, "Training leaves no trace in the files of a server."),
        ]);
    }
}
