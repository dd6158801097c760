using System.Collections.Immutable;
using McpScan.Auditing;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Tests.Reporting;

/// <summary>A whole team's servers in one report: every verdict, several families, and evidence of every awkward shape.</summary>
internal static class FleetReport
{
    public static AuditReport Realistic { get; } = Make(static text => text);

    /// <summary>Every string of the audited side is replaced by an attack; compare with <see cref="Harmless"/>.</summary>
    public static AuditReport Hostile { get; } = Make(static _ => SampleReports.Attack);

    public static AuditReport Harmless { get; } = Make(static _ => "harmless");

    /// <param name="audited">What becomes of each string of the audited side, file names included.</param>
    public static AuditReport Make(Func<string, string> audited)
    {
        var fleet = new FleetReportParts(audited);
        var rules = FleetReportParts.Rules.Values.OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        var findings = fleet.Findings();
        return new AuditReport
        {
            Tool = new ToolInfo("mcpscan", "0.1.0", "3f0c9a5be1d24b7788c1d7a2a95b1f6604d6a1d55a9f0a1f6c1e2b8f0d9e7c31"),
            Verdict = Verdict.Rejected,
            VerdictWithoutWaivers = Verdict.Rejected,
            Policy = new PolicyReport(
                audited("house rules"), audited("mcpscan.yaml"), new string('5', 64), new DateOnly(2026, 11, 28),
                [
                    fleet.Waiver,
                    fleet.Waiver with { Name = audited("MCPS0004, server mcp.json#github"), Rule = audited("MCPS0004"), Expires = new DateOnly(2026, 10, 1), Problems = ["expired"], Waived = 0 },
                ]),
            FailOn = Severity.High,
            ExitCode = 1,
            Inputs =
            [
                new InputArtifact(audited("mcp.json"), "client-config/cursor", new string('1', 64)),
                new InputArtifact(audited("servers/files/tools.json"), "tools-list", new string('2', 64)),
                new InputArtifact(audited("servers/payments/src/config.ts"), "source/typescript", new string('3', 64)),
                new InputArtifact(audited("servers/weather/tools.json"), "tools-list", new string('4', 64)),
            ],
            Servers = fleet.Servers(findings, rules),
            Findings = findings,
            Rules = [.. rules.Select(r => new RuleResult(r, findings.Any(f => f.Rule == r) ? Outcome.Fired : Outcome.Clear, 3))],
            Notices =
            [
                new ReportNotice(NoticeSeverity.Error, $"The file ends inside a string: '{new Untrusted(audited("notes"))}' was not read.", audited("servers/notes/tools.json"), null),
                new ReportNotice(NoticeSeverity.Warning, "The member 'name' is written twice; the last one counts.", audited("mcp.json"), fleet.PlaceAt("mcp.json", 12, "[|\"name\"|]: \"github\"")),
                new ReportNotice(NoticeSeverity.Info, "Two artifacts describe the server; the manifest names it.", null, null),
            ],
            Coverage = new Coverage(
                48, 31,
                [
                    new CoverageGap(audited("servers/files/node_modules"), "installed dependencies are not audited"),
                    new CoverageGap(audited("servers/weather/node_modules"), "installed dependencies are not audited"),
                    new CoverageGap(audited("servers/notes/dump.bin"), "larger than 8 MiB"),
                ],
                [
                    new CoverageGap(audited("mcp.json#time"), "tools are not known: only the launch line was seen"),
                    new CoverageGap(audited("servers/notes/tools.json"), "could not be read"),
                    .. Enumerable.Range(1, 9).Select(i => new CoverageGap(audited($"servers/files/lib/part{i}.wasm"), "compiled code is not examined")),
                ]),
        };
    }
}
