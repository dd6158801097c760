using McpScan.Governance;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Tests.Governance;

public sealed class PolicyReaderTests
{
    private const string Waiver = "waivers:\n  - {rule: MCPS1001, server: a, reason: r, approver: Ada, created: 2026-01-01, ";

    [Fact]
    public void A_whole_policy_is_read()
    {
        var policy = Read("""
            version: 1
            name: house
            failOn: medium
            rules: {MCPS1001: critical, unpinned-package: off}
            overrides:
              - {families: [secrets], servers: [billing-*], severity: critical, failOn: low}
              - {paths: ['legacy/**'], minConfidence: high}
            capabilities: {required: ['fs:read:**'], forbidden: ['exec:**']}
            transports: {allowed: [https, stdio]}
            packageSources: {allowed: ['npm:@acme/*', 'oci:registry.acme.example/**']}
            licenses: {forbidden: [GPL-3.0*]}
            servers:
              allowed: [desk, {name: notes, package: 'npm:@acme/notes'}, {url: 'https://mcp.acme.example/**'}]
              denied: [evil-*]
            registries: {allowed: [registry.acme.example/**]}
            metadata: {required: [owner, lastAudit], dataClassifications: [internal], reviewWithin: 90}
            controls: {required: [authentication]}
            approval:
              approvers: [{name: 'Ada Lovelace <ada@acme.example>', role: security}]
              separationOfDuty: true
              validDays: 180
            waivers:
              - {rule: MCPS1001, server: desk, tool: add, reason: It is a test., approver: Ada Lovelace, created: 2026-01-01, expires: 2026-06-30,
                 digest: 'sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'}
            """);

        policy.FailOn.ShouldBe(Severity.Medium);
        policy.Severities["MCPS1001"].Level.ShouldBe(Severity.Critical);
        policy.Severities[RuleSet.BuiltIn.Find("unpinned-package")!.Id].Level.ShouldBeNull();
        policy.Overrides.Length.ShouldBe(2);
        policy.Clauses.AllowedServers!.Entries.Length.ShouldBe(3);
        policy.Clauses.Approval!.Entitles("ada@acme.example").ShouldBeTrue();
        policy.Clauses.Approval.Entitles("Grace").ShouldBeFalse();
        policy.Waivers.ShouldHaveSingleItem().Expires.ShouldBe(new DateOnly(2026, 6, 30));
    }

    [Fact]
    public void The_last_override_that_fits_counts()
    {
        var policy = Read("""
            rules: {MCPS1001: low}
            overrides:
              - {families: [tool-poisoning], severity: medium, failOn: low}
              - {servers: [desk], paths: ['a/**'], severity: critical}
            """);
        var rule = RuleSet.BuiltIn.Find("MCPS1001")!;

        policy.SeverityOf(rule, "mcp.json#desk", "a/mcp.json").ShouldBe(Severity.Critical);
        policy.SeverityOf(rule, "mcp.json#desk", "b/mcp.json").ShouldBe(Severity.Medium);
        policy.SeverityOf(rule, null, "a/mcp.json").ShouldBe(Severity.Medium);
        policy.FailOnAt(rule, "mcp.json#desk", "a/mcp.json").ShouldBe(Severity.Low);
        policy.SeverityOf(RuleSet.BuiltIn.Find("unpinned-package")!, "other", "b").ShouldBe(RuleSet.BuiltIn.Find("unpinned-package")!.Severity);
    }

    /// <summary>Each is one change away from a policy that is understood.</summary>
    [Theory]
    [InlineData("fialOn: high\n", "p.yaml(1,1)", "is 'failOn' meant")]
    [InlineData("failOn: dreadful\n", "p.yaml(1,9)", "one of critical, high, medium, low, info")]
    [InlineData("failOn: 7\n", "p.yaml(1,9)", "Here stands 7")]
    [InlineData("failOn: [high]\n", "p.yaml(1,9)", "Here stands a list")]
    [InlineData("failOn: high\nfailOn: low\n", "p.yaml(2,1)", "twice")]
    [InlineData("version: 2\n", "p.yaml(1,10)", "takes 1")]
    [InlineData("just text", "p.yaml(1,1)", "a policy is a mapping")]
    [InlineData("", "p.yaml(1,1)", "empty")]
    [InlineData("failOn: [\n", "p.yaml(", "")]
    [InlineData("failOn: high\n---\nfailOn: low\n", "p.yaml(3,1)", "second document")]
    [InlineData("rules:\n  MCPS1O01: off\n", "p.yaml(2,3)", "is 'MCPS1001' meant")]
    [InlineData("rules:\n  MCPS1001: no\n", "p.yaml(2,13)", "one of off, critical")]
    [InlineData("rules: [MCPS1001]\n", "p.yaml(1,8)", "takes a mapping")]
    [InlineData("rules: {MCPS1001: low, tagged-instruction-block: high}\n", "p.yaml(1,24)", "MCPS1001 stands here twice")]
    [InlineData("overrides:\n  - severity: low\n", "p.yaml(2,5)", "needs one of rules, families, servers, paths")]
    [InlineData("overrides:\n  - families: [secrets]\n", "p.yaml(2,5)", "changes nothing")]
    [InlineData("overrides:\n  - {families: [sercets], severity: low}\n", "p.yaml(2,17)", "secrets")]
    [InlineData("overrides:\n  - {families: [secrets], severity: off}\n", "p.yaml(2,37)", "one of critical")]
    [InlineData("overrides:\n  - {paths: [/etc/**], severity: low}\n", "p.yaml(2,14)", "never matches")]
    [InlineData("capabilities: {forbidden: ['shell:**']}\n", "p.yaml(1,28)", "begins with its kind (fs, net")]
    [InlineData("transports: {allowed: [carrier-pigeon]}\n", "p.yaml(1,24)", "no transport fits")]
    [InlineData("packageSources: {allowed: ['@acme/*']}\n", "p.yaml(1,28)", "ecosystem")]
    [InlineData("licenses: {allowed: MIT}\n", "p.yaml(1,21)", "takes a list")]
    [InlineData("servers: {allowed: ['npm:@acme/desk']}\n", "p.yaml(1,21)", "write package:")]
    [InlineData("servers: {allowed: [{}]}\n", "p.yaml(1,21)", "needs one of name, package, url")]
    [InlineData("servers: {denied: ['{a,b}']}\n", "p.yaml(1,20)", "never matches")]
    [InlineData("registries: {allowed: ['https://registry.acme.example']}\n", "p.yaml(1,24)", "without the scheme")]
    [InlineData("metadata: {required: [owners]}\n", "p.yaml(1,23)", "one of owner")]
    [InlineData("metadata: {reviewWithin: 0}\n", "p.yaml(1,26)", "a whole number from 1")]
    [InlineData("metadata: {reviewWithin: '90'}\n", "p.yaml(1,26)", "a whole number from 1")]
    [InlineData("controls: {required: [firewall]}\n", "p.yaml(1,23)", "authentication")]
    [InlineData("controls: {}\n", "p.yaml(1,11)", "needs 'required'")]
    [InlineData("approval: {separationOfDuty: yes}\n", "p.yaml(1,30)", "true or false")]
    [InlineData("approval: {approvers: []}\n", "p.yaml(1,23)", "Nobody may approve")]
    [InlineData("approval: {approvers: [{name: Ada}, {name: ADA}]}\n", "p.yaml(1,44)", "already")]
    [InlineData("approval: {approvers: [{name: Ada, key: abc}]}\n", "p.yaml(1,41)", "sha256")]
    [InlineData("waivers:\n  - {rule: MCPS1001}\n", "p.yaml(2,5)", "needs 'reason'")]
    [InlineData(Waiver + "expires: 30.06.2026}\n", "p.yaml(2,", "a day such as 2026-01-31")]
    [InlineData(Waiver + "expires: 2026-02-30}\n", "p.yaml(2,", "which exists")]
    [InlineData(Waiver + "expires: 2025-12-31}\n", "p.yaml(2,", "ends before it begins")]
    [InlineData(Waiver + "until: 2026-06-30}\n", "p.yaml(2,", "no key of an entry of 'waivers'")]
    [InlineData(Waiver + "digest: abc}\n", "p.yaml(2,", "sha256")]
    [InlineData(Waiver + "fingerprint: abc}\n", "p.yaml(2,", "[0-9a-f]{32}")]
    [InlineData("waivers:\n  - {rule: MCPS0000, server: a, reason: r, approver: Ada, created: 2026-01-01}\n", "p.yaml(2,12)", "There is no rule 'MCPS0000'")]
    public void What_is_not_understood_is_said_with_its_place_and_the_mend(string yaml, string place, string mend)
    {
        PolicyReader.Read(new SourceText("p.yaml", yaml), RuleSet.BuiltIn, out var errors).ShouldBeNull();

        errors.Select(e => e.ToString()).ShouldContain(e => e.StartsWith(place, StringComparison.Ordinal) && e.Contains(mend, StringComparison.Ordinal), string.Join('\n', errors));
    }

    [Fact]
    public void A_file_of_waivers_holds_nothing_else()
    {
        PolicyReader.ReadWaivers(new SourceText("w.yaml", Waiver + "expires: 2026-06-30}\n"), RuleSet.BuiltIn, out var errors).Length.ShouldBe(1);
        errors.ShouldBeEmpty();

        PolicyReader.ReadWaivers(new SourceText("w.yaml", "failOn: critical\n"), RuleSet.BuiltIn, out errors).ShouldBeEmpty();
        errors.Length.ShouldBe(2);
    }

    private static Policy Read(string yaml)
    {
        var policy = PolicyReader.Read(new SourceText("p.yaml", yaml), RuleSet.BuiltIn, out var errors);
        errors.Select(e => e.ToString()).ShouldBeEmpty();
        return policy!;
    }
}
