using System.Text;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Governance.Baselines;
using McpScan.Modeling;
using McpScan.Reporting.Json;
using McpScan.Text;

namespace McpScan.Tests.Reporting.Json;

public sealed class ReportSchemaTests
{
    private const string Committed = "docs/report.schema.json";

    private static AuditReport[] Reports =>
    [
        SampleReports.Realistic,
        SampleReports.Hostile,
        FleetReport.Realistic,
        SignedReport.Realistic,
        SampleReports.Realistic with
        {
            Timestamp = DateTimeOffset.UnixEpoch,
            Findings = SampleReports.Realistic.Findings.SetItem(0, SampleReports.Realistic.Findings[0] with
            {
                SecretFingerprint = "0a1b2c3d",
                BaselineState = BaselineState.Updated,
                Changes = [new FindingChange(ChangeKind.ChangedText, "description", new Untrusted("Adds."), new Untrusted("Adds all."))],
                Definition = new string('a', 64),
                Replacement = new Replacement("Leave it out.", [new Edit { Path = "a.json", StartLine = 1, StartColumn = 2, EndLine = 1, EndColumn = 3, Offset = 1, Length = 1, NewText = "" }]),
            }),
            Notices = [SampleReports.Realistic.Notices[0] with { Place = SampleReports.Realistic.Findings[0].Place }],
            Baseline = new BaselineReport("earlier.json", 1, 2, 3,
            [
                new BaselineFinding { Fingerprint = new string('a', 32), Evidence = new string('b', 32), RuleId = "MCPS1001", Severity = McpScan.Rules.Severity.High, Message = "Gone.", Path = "a.json", Line = 3 },
            ]),
        },
    ];

    [Fact]
    public void The_committed_schema_is_the_generated_one() => Golden.Match(Committed, MakeSchema());

    [Fact]
    public void Schema_and_renderer_describe_the_same_members()
    {
        using var schema = JsonDocument.Parse(MakeSchema());
        var reader = new SchemaReader(schema.RootElement);
        foreach (var report in Reports)
        {
            using var rendered = JsonDocument.Parse(Rendering.ToBytes(new JsonRenderer(), report));
            reader.Read(rendered.RootElement);
        }

        reader.Errors.ShouldBeEmpty();
        reader.Unseen.ShouldBeEmpty();
    }

    [Fact]
    public void Ajv_accepts_the_reports_and_refuses_a_broken_one()
    {
        using var folder = new TemporaryFolder();
        var files = Reports.Select((report, i) => folder.Write($"{i}.json", Rendering.ToBytes(new JsonRenderer(), report))).ToArray();
        var broken = folder.Write("broken.json", Encoding.UTF8.GetBytes(Rendering.ToText(new JsonRenderer(), Reports[0]).Replace("\"rejected\"", "\"maybe\"", StringComparison.Ordinal)));

        var (exitCode, output) = Validate(files);
        exitCode.ShouldBe(0, output);
        Validate([broken]).ExitCode.ShouldBe(1);
    }

    private static (int ExitCode, string Output) Validate(string[] files) =>
        NodeTools.Run("ajv", [Repository.PathOf("tests/node/ajv.js"), Repository.PathOf(Committed), .. files]);

    private static string MakeSchema()
    {
        using var output = new MemoryStream();
        ReportSchema.Render(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
