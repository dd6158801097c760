using System.Text.Json;
using McpScan.Governance;

namespace McpScan.Tests.Cli;

public sealed class PolicyCommandTests
{
    public static TheoryData<string> Starters => [.. StarterPolicies.Names];

    [Fact]
    public void A_policy_that_is_understood_passes_the_check()
    {
        using var run = new CliRun().With("p.yaml", "failOn: medium\nrules: {MCPS1001: critical}\n");

        run.Run("policy", "check", "p.yaml").ShouldBe(0, run.Error);

        run.Output.ShouldBe("p.yaml: understood whole; severities of 1 rule, 0 overrides, 0 waivers.\nclauses: none\n");

        run.With("p.yaml", "servers: {denied: [a]}\ncontrols: {required: [rate-limits]}\n").Run("policy", "check", "p.yaml").ShouldBe(0, run.Error);

        run.Output.ShouldEndWith("\nclauses: servers, controls\n");
    }

    [Fact]
    public void A_policy_that_is_not_understood_fails_it_with_every_place()
    {
        using var run = new CliRun().With("p.yaml", "fialOn: medium\nrules: {MCPS1O01: critical}\n");

        run.Run("policy", "check", "p.yaml").ShouldBe(2);

        run.Error.ShouldBe("""
            mcpscan: p.yaml(1,1): 'fialOn' is no key of a policy; is 'failOn' meant? Its keys are version, name, failOn, minConfidence, rules, overrides, capabilities, transports, packageSources, licenses, servers, registries, metadata, controls, approval, waivers.
            p.yaml(2,9): There is no rule 'MCPS1O01'; is 'MCPS1001' meant? 'mcpscan rules list' shows them.

            """.ReplaceLineEndings(Environment.NewLine));
        run.Run("policy", "check", "none.yaml").ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Starters))]
    public void A_starter_policy_is_written_checked_and_audits_the_samples(string name)
    {
        using var run = new CliRun();
        run.Run("init", "--policy", name).ShouldBe(0, run.Error);
        run.Run("policy", "check", "mcpscan.yaml").ShouldBe(0, run.Error);
        run.Read("mcpscan.yaml").ShouldBe(File.ReadAllText(Repository.PathOf($"policies/{name}.yaml")));

        run.Run("audit", Repository.PathOf("samples/servers"), "--policy", "mcpscan.yaml", "--format", "json").ShouldBe(1, run.Error);

        using var report = JsonDocument.Parse(run.Output);
        report.RootElement.GetProperty("policy").GetProperty("name").GetString().ShouldBe(name);
        report.RootElement.GetProperty("findings").EnumerateArray().ShouldContain(f => f.GetProperty("ruleId").GetString() == "MCPS9515");
    }

    [Theory]
    [MemberData(nameof(Starters))]
    public void The_waiver_in_the_comments_is_one(string name)
    {
        var text = File.ReadAllText(Repository.PathOf($"policies/{name}.yaml"));
        var start = text.IndexOf("# waivers:", StringComparison.Ordinal);
        var waiver = string.Join('\n', text[start..].Split('\n').Select(line => line.StartsWith("# ", StringComparison.Ordinal) ? line[2..] : line)).Replace("sha256:…", "sha256:" + new string('a', 64), StringComparison.Ordinal);

        using var run = new CliRun().With("p.yaml", text[..start] + waiver);

        run.Run("policy", "check", "p.yaml").ShouldBe(0, run.Error);
        run.Output.ShouldContain("1 waiver");
    }

    [Fact]
    public void A_file_that_is_there_is_kept()
    {
        using var run = new CliRun().With("mcpscan.yaml", "failOn: low\n");

        run.Run("init").ShouldBe(2);
        run.Read("mcpscan.yaml").ShouldBe("failOn: low\n");
        run.Run("init", "-o", "other/policy.yaml").ShouldBe(0, run.Error);
        run.Read("other/policy.yaml").ShouldContain("name: baseline");
        run.Run("init", "--policy", "lax", "-o", "x.yaml").ShouldBe(2);
        run.Error.ShouldContain("baseline, strict, regulated");
    }

    [Fact]
    public void Without_a_policy_no_rule_about_clauses_applies()
    {
        using var run = new CliRun().With("tools.json", """{ "tools": [ { "name": "now", "description": "Tells the time." } ] }""");
        run.Run("audit", ".", "--format", "json");

        using var report = JsonDocument.Parse(run.Output);
        report.RootElement.GetProperty("rules").EnumerateArray()
            .Where(r => string.CompareOrdinal(r.GetProperty("id").GetString(), "MCPS9501") >= 0 && string.CompareOrdinal(r.GetProperty("id").GetString(), "MCPS9523") < 0)
            .Select(r => r.GetProperty("outcome").GetString()).Distinct().ShouldBe(["not-applicable"]);
        report.RootElement.TryGetProperty("policy", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_threshold_of_a_place_is_named_in_the_verdict()
    {
        using var run = new CliRun()
            .With("a/tools.json", """{ "tools": [ { "name": "now", "description": "Tells the time." } ] }""")
            .With("p.yaml", "metadata: {required: [owner]}\nrules: {metadata-missing: low}\noverrides:\n  - {paths: ['a/**'], failOn: low}\n");

        run.Run("audit", "a", "--policy", "p.yaml").ShouldBe(1, run.Output);
        run.Output.ShouldContain("at or above the thresholds of the policy");
        run.Run("audit", "a", "--policy", "p.yaml", "--fail-on", "critical").ShouldBe(1, "the policy's word on a place stays");
    }

    [Fact]
    public void A_policy_elsewhere_is_named_the_same_on_every_machine()
    {
        using var elsewhere = new CliRun().With("house.yaml", "servers: {allowed: []}\n");
        using var run = new CliRun().With("tools.json", """{ "tools": [ { "name": "now", "description": "Tells the time." } ] }""");

        run.Run("audit", ".", "--policy", Path.Combine(elsewhere.Folder, "house.yaml"), "--format", "json").ShouldBe(1);

        run.Output.ShouldContain("\"path\": \"house.yaml\"");
        run.Output.ShouldNotContain(Path.GetFileName(elsewhere.Folder));
    }
}
