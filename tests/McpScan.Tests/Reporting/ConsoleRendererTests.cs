using System.Diagnostics;
using McpScan.Auditing;
using McpScan.Reporting.Terminal;

namespace McpScan.Tests.Reporting;

public sealed class ConsoleRendererTests
{
    [Fact]
    public void A_plain_report_of_80_columns_is_as_committed() =>
        Golden.Match("tests/McpScan.Tests/Reporting/Goldens/fleet.console.txt", Render(FleetReport.Realistic));

    [Fact]
    public void Controls_are_as_committed()
    {
        var text = Render(SignedReport.Realistic);

        text[text.IndexOf("── Desk", StringComparison.Ordinal)..text.IndexOf("── summary", StringComparison.Ordinal)].ShouldBe(
            "── Desk framework 1.0 ──────────────────────────────────────────────────────────\n\n"
            + "D 1  not met       Tools do not speak to the model: 1 finding (MCPS7001)\n"
            + "D 2  not examined  Changes are noticed: No lock was in force.\n"
            + "D 3  met           Risks are analysed: The audit is complete, and says what it\n"
            + "                   did not examine\n"
            + "desk: 1 not met, 1 not examined, 1 met, 1 not covered (named with --verbose)\n\n");
        Render(SignedReport.Realistic, verbosity: Verbosity.Verbose).ShouldContain("D 4  not covered   People are trained: Training leaves no trace");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Lines_fit_the_width(int width) =>
        Render(FleetReport.Realistic, width: width, verbosity: Verbosity.Verbose).Split('\n')
            .Where(line => !line.Contains("-->", StringComparison.Ordinal) && DisplayWidth.Of(line) > width)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("[|a|]b", "1 | ab", "  | ^")]
    [InlineData("\t[|a|]", "1 |     a", "  |     ^")]
    [InlineData("鍵[|鍵|]x", "1 | 鍵鍵x", "  |   ^^")]
    [InlineData("e\u0301[|x|]", "1 | e\u0301x", "  |  ^")]
    [InlineData("a[|\u200B|]b", "1 | a⟨U+200B⟩b", "  |  ^^^^^^^^")]
    [InlineData("[|👍🏽|]", "1 | 👍🏽", "  | ^^^^")]
    public void Carets_stand_under_the_exact_text(string marked, string line, string carets)
    {
        var parts = new FleetReportParts(text => text);
        var finding = FleetReport.Realistic.Findings[0] with { Place = parts.PlaceAt("a.json", 1, marked) };

        var lines = Render(FleetReport.Realistic with { Findings = [finding] }).Split('\n');

        var at = Array.IndexOf(lines, " " + line);
        at.ShouldBeGreaterThan(0);
        lines[at + 1].ShouldBe(" " + carets);
    }

    [Fact]
    public void A_long_line_is_cut_to_a_window_that_holds_the_evidence()
    {
        var parts = new FleetReportParts(text => text);
        var finding = FleetReport.Realistic.Findings[0] with { Place = parts.PlaceAt("a.json", 1, new string('a', 500) + "[|evidence|]" + new string('b', 500)) };

        var lines = Render(FleetReport.Realistic with { Findings = [finding] }).Split('\n');

        var shown = lines.Single(l => l.Contains("evidence", StringComparison.Ordinal));
        shown.ShouldStartWith(" 1 | …aaa");
        shown.ShouldEndWith("bbb…");
        DisplayWidth.Of(shown).ShouldBe(80);
        lines[Array.IndexOf(lines, shown) + 1].IndexOf("^^^^^^^^", StringComparison.Ordinal).ShouldBe(shown.IndexOf("evidence", StringComparison.Ordinal));
    }

    [Fact]
    public void Quiet_is_a_line_for_each_server_and_the_verdict()
    {
        var lines = Render(FleetReport.Realistic, verbosity: Verbosity.Quiet).TrimEnd('\n').Split('\n');

        lines.Take(7).Select(l => l.Split(' ')[0]).ShouldBe(["rejected", "rejected", "rejected", "incomplete", "conditional", "conditional", "approved"]);
        lines[7].ShouldStartWith("INCOMPLETE: ");
        string.Join(' ', lines[9..]).ShouldBe("without waivers: rejected (1 finding waived) rejected: 1 critical and 3 high findings at or above --fail-on high (exit code     1)");
    }

    [Fact]
    public void Accepted_findings_are_counted_and_shown_when_verbose()
    {
        Render(FleetReport.Realistic).ShouldContain("1 waived or in the");
        Render(FleetReport.Realistic).ShouldNotContain("(waived)");
        Render(FleetReport.Realistic, verbosity: Verbosity.Verbose).ShouldContain("(waived)");
    }

    [Fact]
    public void A_rule_explains_itself_once()
    {
        var text = Render(HtmlBrowserTests.Many(100));

        Occurrences(text, "= why: ").ShouldBe(FleetReport.Realistic.Findings.Where(f => f.Status == FindingStatus.Open).Select(f => f.Rule.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(Verdict.Approved, 0, "approved: nothing at or above --fail-on high (exit code 0)")]
    [InlineData(Verdict.Incomplete, 3, "incomplete: not everything could be examined, so this is not a pass (exit code 3)")]
    public void The_last_line_says_what_the_exit_code_means(Verdict verdict, int exitCode, string expected)
    {
        var report = FleetReport.Realistic with { Verdict = verdict, ExitCode = exitCode, Findings = [] };

        Render(report, width: 100).TrimEnd('\n').Split('\n')[^1].ShouldBe(expected);
    }

    [Fact]
    public void Nothing_to_audit_is_said_loudly()
    {
        var report = FleetReport.Realistic with { Verdict = Verdict.Incomplete, ExitCode = 3, Findings = [], Servers = [], Inputs = [], Notices = [] };

        foreach (var verbosity in Enum.GetValues<Verbosity>())
        {
            Render(report, verbosity: verbosity).ShouldContain("INCOMPLETE: nothing was found to audit.");
        }
    }

    [Fact]
    public void Five_thousand_findings_take_no_time()
    {
        var report = HtmlBrowserTests.Many(5_000);
        Render(report);
        var watch = Stopwatch.StartNew();

        Render(report, color: true);

        // The bound finds work that is not linear, not a slow machine.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        TestContext.Current.TestOutputHelper!.WriteLine($"{watch.ElapsedMilliseconds} ms");
    }

    internal static string Render(AuditReport report, bool color = false, int width = 80, Verbosity verbosity = Verbosity.Normal) =>
        Rendering.ToText(new ConsoleRenderer(new ConsoleStyle { Color = color, Width = width, Verbosity = verbosity }), report);

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
