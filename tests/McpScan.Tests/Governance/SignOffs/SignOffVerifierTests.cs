using McpScan.Governance.SignOffs;

namespace McpScan.Tests.Governance.SignOffs;

public sealed class SignOffVerifierTests
{
    [Fact]
    public void What_is_as_it_was_signed_holds()
    {
        var checks = SignOffVerifier.Check(Statements.Full, Statements.Then);

        new Verification(checks).ExitCode.ShouldBe(0);
        checks.Select(check => $"{check.What} {check.Result} {check.Text}").ShouldBe(
        [
            "decision Holds approve-with-conditions, by Jane Roe (CISO) on 2026-03-01",
            "scope Note pilot",
            "expiry Holds in force until 2026-12-31",
            "condition Holds due 2026-04-01: pin the image",
            "risk Note the vendor may change it",
            "inputs Holds 2 inputs, the same as signed",
            "policy Holds policy.yaml",
            "lock Holds mcpscan.lock.json",
            "report Holds report.html",
            "report Holds report.md",
            "rules Holds sha256:" + Statements.Full.RulesDigest,
            "tool Holds mcpscan 1.2.3",
        ]);
    }

    [Fact]
    public void The_last_day_counts_and_the_next_does_not()
    {
        On(2026, 4, 1).ShouldBeEmpty();
        On(2026, 4, 2).ShouldBe(["condition: overdue since 2026-04-01: pin the image"]);
        On(2027, 1, 1).ShouldBe(["expiry: The decision has expired: its last day was 2026-12-31.", "condition: overdue since 2026-04-01: pin the image"]);
        On(2026, 2, 28).ShouldBe(["decision: approve-with-conditions, by Jane Roe (CISO) on 2026-03-01, which lies in the future."]);

        static string[] On(int year, int month, int day) => Failures(Statements.Full, Statements.Then with { Today = new DateOnly(year, month, day) });
    }

    [Fact]
    public void A_rejection_is_no_pass() =>
        Failures(Statements.Full with { SignOff = Statements.Full.SignOff with { Decision = Decision.Reject, Conditions = [] } }, Statements.Then)
            .ShouldBe(["decision: reject, by Jane Roe (CISO) on 2026-03-01: the servers may not be used."]);

    [Fact]
    public void Every_difference_of_the_inputs_is_named()
    {
        Failures(Statements.Full, Statements.Then with { Inputs = [Statements.File("a/tools.json", '0'), Statements.File("c.json", 'b')] })
            .ShouldBe(["inputs: changed: a/tools.json", "inputs: missing: b.json", "inputs: added: c.json"]);

        var many = Failures(Statements.Full, Statements.Then with { Inputs = [.. Statements.Full.Inputs, .. Enumerable.Range(0, 30).Select(i => Statements.File($"{i}", '0'))] });
        many.Length.ShouldBe(21);
        many[^1].ShouldBe("inputs: added: 10 more");
    }

    [Fact]
    public void Another_file_another_rule_and_another_version_do_not_hold()
    {
        Failures(Statements.Full, Statements.Then with { Policy = Statements.Seen("p.yaml", '0') }).ShouldBe(["policy: p.yaml is not the file that was signed for."]);
        Failures(Statements.Full, Statements.Then with { Lock = Statements.Seen("l.json", '0') }).ShouldBe(["lock: l.json is not the file that was signed for."]);
        Failures(Statements.Full with { Lock = null }, Statements.Then).ShouldBe(["lock: The decision was made without a lock; mcpscan.lock.json is no part of it."]);
        Failures(Statements.Full, Statements.Then with { Reports = [Statements.Seen("r.html", '0')] }).ShouldBe(["report: r.html is not a report that was signed for."]);
        Failures(Statements.Full, Statements.Then with { RulesDigest = new string('0', 64) }).Single().ShouldStartWith("rules: The decision rests on other rules (sha256:222");
        Failures(Statements.Full, Statements.Then with { ToolVersion = "1.3.0" }).Single().ShouldStartWith("tool: The decision rests on mcpscan 1.2.3, and this is 1.3.0;");
    }

    [Fact]
    public void What_was_not_looked_at_is_no_pass()
    {
        foreach (var (evidence, expected) in new[]
        {
            (Statements.Then with { Inputs = null }, "inputs: The 2 inputs of the audit were not looked at; name their folders or files."),
            (Statements.Then with { Policy = null }, "policy: policy.yaml was not looked at; name it with --policy."),
            (Statements.Then with { Lock = Statements.Seen("x.json", null) }, "lock: x.json cannot be read; name it with --lock."),
            (Statements.Then with { Reports = [Statements.Seen("r.html", null)] }, "report: r.html cannot be read."),
        })
        {
            var checks = SignOffVerifier.Check(Statements.Full, evidence);
            checks.Where(check => check.Result == CheckResult.Unknown).Select(Line).ShouldBe([expected]);
            new Verification(checks).ExitCode.ShouldBe(3);
        }

        new Verification([]).ExitCode.ShouldBe(3);
    }

    [Fact]
    public void A_report_that_lies_elsewhere_costs_nothing()
    {
        var checks = SignOffVerifier.Check(Statements.Full, Statements.Then with { Reports = [Statements.Seen("elsewhere.html", 'e')] });

        new Verification(checks).ExitCode.ShouldBe(0);
        checks.Where(check => check.What == "report").Select(Line).ShouldBe(["report: elsewhere.html", "report: report.md does not lie here; --report looks at it wherever it is."]);
    }

    private static string[] Failures(SignOffStatement statement, Evidence evidence) =>
        [.. SignOffVerifier.Check(statement, evidence).Where(check => check.Result == CheckResult.Fails).Select(Line)];

    private static string Line(Check check) => $"{check.What}: {check.Text}";
}
