using System.Text.Json;
using McpScan.Auditing;
using McpScan.Governance.Baselines;
using McpScan.Reporting.Sarif;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Tests.Reporting.Sarif;

public sealed class SarifRendererTests
{
    private static readonly SarifRenderer Renderer = new();

    private static Finding Poisoned => SampleReports.Realistic.Findings[1];

    [Fact]
    public void A_realistic_report_reads_as_committed() =>
        Golden.Match("tests/McpScan.Tests/Reporting/Sarif/realistic.sarif", Rendering.ToText(Renderer, SampleReports.Realistic));

    [Fact]
    public void Hostile_text_is_data_and_never_raw_in_the_bytes()
    {
        var bytes = Rendering.ToBytes(Renderer, SampleReports.Hostile);

        bytes.ShouldAllBe(b => b == '\n' || (b >= ' ' && b <= '~' && b != '<' && b != '>' && b != '`'));
        var result = Run(SampleReports.Hostile).GetProperty("results")[1];
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("snippet").GetProperty("text").GetString()
            .ShouldBe(SampleReports.Attack);
    }

    [Fact]
    public void Audited_text_cannot_make_a_link()
    {
        var finding = Poisoned with { Message = @"[x](javascript:1) \[y](2) [1](1)", Decoded = "[z](//e.example)", Related = [new RelatedPlace(Poisoned.Place, "also [here](9)")] };

        var message = Message(finding);

        message.ShouldBe(@"\[x\](javascript:1) \\\[y\](2) \[1\](1). It decodes to ""\[z\](//e.example)"". See [also \[here\](9)](1).");
    }

    [Fact]
    public void Every_related_place_has_an_id_and_the_first_ones_are_linked()
    {
        var finding = Poisoned with { Decoded = null, Message = "Bad.", Related = [.. Enumerable.Repeat(Poisoned.Related[0], 7)] };

        Message(finding).ShouldBe("Bad. See [also here](1), [also here](2), [also here](3), [also here](4), [also here](5) and 2 more places.");
        Result(finding).GetProperty("relatedLocations").EnumerateArray().Select(l => l.GetProperty("id").GetInt32()).ShouldBe([1, 2, 3, 4, 5, 6, 7]);
    }

    [Theory]
    [InlineData(Severity.Critical, "error", "9.5", "error")]
    [InlineData(Severity.High, "error", "8.0", "error")]
    [InlineData(Severity.Medium, "warning", "5.5", "warning")]
    [InlineData(Severity.Low, "note", "2.0", "recommendation")]
    [InlineData(Severity.Info, "note", null, "recommendation")]
    public void Severities_become_what_GitHub_sorts_by(Severity severity, string level, string? score, string problem)
    {
        var report = SampleReports.Realistic;
        var rule = Poisoned.Rule with { Severity = severity };
        var run = Run(report with { Rules = [new RuleResult(rule, Outcome.Fired, 1)], Findings = [Poisoned with { Rule = rule, Severity = severity }] });

        run.GetProperty("results")[0].GetProperty("level").GetString().ShouldBe(level);
        var descriptor = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        descriptor.GetProperty("defaultConfiguration").GetProperty("level").GetString().ShouldBe(level);
        var properties = descriptor.GetProperty("properties");
        properties.GetProperty("problem.severity").GetString().ShouldBe(problem);
        (properties.TryGetProperty("security-severity", out var written) ? written.GetString() : null).ShouldBe(score);
        properties.GetProperty("tags").EnumerateArray().Any(t => t.GetString() == "security").ShouldBe(score is not null);
    }

    [Fact]
    public void A_rule_has_at_most_ten_tags_the_weaknesses_first()
    {
        var taxa = Enumerable.Range(1, 12).Select(i => new TaxonReference("owasp-llm", $"LLM{i:00}")).Append(new TaxonReference("cwe", "CWE-78"));
        var rule = Poisoned.Rule with { Taxa = [.. taxa] };
        var run = Run(SampleReports.Realistic with { Rules = [new RuleResult(rule, Outcome.Clear, 1)], Findings = [] });

        var tags = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("properties").GetProperty("tags");
        tags.GetArrayLength().ShouldBe(10);
        tags[1].GetString().ShouldBe("external/cwe/cwe-78");
    }

    [Fact]
    public void Relationships_point_at_the_taxon_that_they_name()
    {
        var run = Run(SampleReports.Realistic);
        var relationships = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("relationships");

        relationships.GetArrayLength().ShouldBe(4);
        foreach (var relationship in relationships.EnumerateArray())
        {
            var target = relationship.GetProperty("target");
            var taxonomy = run.GetProperty("taxonomies")[target.GetProperty("toolComponent").GetProperty("index").GetInt32()];
            taxonomy.GetProperty("name").GetString().ShouldBe(target.GetProperty("toolComponent").GetProperty("name").GetString());
            taxonomy.GetProperty("taxa")[target.GetProperty("index").GetInt32()].GetProperty("id").GetString().ShouldBe(target.GetProperty("id").GetString());
        }
    }

    [Theory]
    [InlineData("a b/c#d?.json", "a%20b/c%23d%3F.json")]
    [InlineData("c:evil.json", "c%3Aevil.json")]
    [InlineData("bundle.mcpb!/manifest.json", "bundle.mcpb!/manifest.json")]
    [InlineData("ü/[a].json", "%C3%BC/%5Ba%5D.json")]
    public void Paths_become_relative_addresses(string path, string uri)
    {
        var location = Result(Poisoned with { Place = Poisoned.Place with { Path = path } }).GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");

        location.GetProperty("uri").GetString().ShouldBe(uri);
        location.GetProperty("uriBaseId").GetString().ShouldBe("SRCROOT");
    }

    [Fact]
    public void Waived_and_known_findings_stay_and_say_so()
    {
        Result(Poisoned with { Status = FindingStatus.Waived }).GetProperty("suppressions")[0].GetProperty("status").GetString().ShouldBe("accepted");
        Result(Poisoned with { Status = FindingStatus.Baseline, BaselineState = BaselineState.Unchanged }).GetProperty("baselineState").GetString().ShouldBe("unchanged");
        Result(Poisoned).TryGetProperty("suppressions", out _).ShouldBeFalse();
    }

    [Fact]
    public void An_incomplete_audit_is_no_successful_one_even_where_findings_set_the_exit_code()
    {
        var report = SampleReports.Realistic;
        Run(report).GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean().ShouldBeTrue();

        var invocation = Run(report with { Notices = [new ReportNotice(NoticeSeverity.Error, "Not read [x](1)", "a.json", Poisoned.Place)] }).GetProperty("invocations")[0];

        invocation.GetProperty("executionSuccessful").GetBoolean().ShouldBeFalse();
        invocation.GetProperty("exitCode").GetInt32().ShouldBe(1);
        var notification = invocation.GetProperty("toolExecutionNotifications")[0];
        notification.GetProperty("level").GetString().ShouldBe("error");
        notification.GetProperty("message").GetProperty("text").GetString().ShouldBe(@"Not read \[x\](1).");
        notification.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32().ShouldBe(Poisoned.Place.StartLine);
    }

    [Fact]
    public void More_results_than_GitHub_takes_are_cut_from_the_mildest_and_said()
    {
        var mild = SampleReports.Realistic.Findings[0];
        var run = Run(SampleReports.Realistic with { Findings = [.. Enumerable.Repeat(mild, SarifResults.Limit), Poisoned], Notices = [] });

        run.GetProperty("results").GetArrayLength().ShouldBe(SarifResults.Limit);
        run.GetProperty("results")[0].GetProperty("ruleId").GetString().ShouldBe(Poisoned.Rule.Id);
        run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString()!.ShouldStartWith("25001 findings");
    }

    [Fact]
    public void Long_messages_are_cut_between_characters()
    {
        var message = Message(Poisoned with { Message = "x" + string.Concat(Enumerable.Repeat("\U0001F600", 5_000)), Decoded = null, Related = [] });

        message.Length.ShouldBeLessThanOrEqualTo(1_001);
        message.ShouldEndWith("\U0001F600….");
    }

    private static string Message(Finding finding) => Result(finding).GetProperty("message").GetProperty("text").GetString()!;

    private static JsonElement Result(Finding finding) => Run(SampleReports.Realistic with { Findings = [finding] }).GetProperty("results")[0];

    private static JsonElement Run(AuditReport report)
    {
        using var document = JsonDocument.Parse(Rendering.ToBytes(Renderer, report));
        return document.RootElement.GetProperty("runs")[0].Clone();
    }
}
