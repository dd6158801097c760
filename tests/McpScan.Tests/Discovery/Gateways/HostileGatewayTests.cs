using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using McpScan.Auditing;
using McpScan.Governance;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;
using McpScan.Tests.Modeling;
using McpScan.Text;

namespace McpScan.Tests.Discovery.Gateways;

/// <summary>Gateways are written by the party under audit: nothing in them stops an audit, and work is bounded.</summary>
public sealed class HostileGatewayTests
{
    /// <summary>Only the rules of governance.</summary>
    private static readonly AuditOptions Options = new()
    {
        Day = new DateOnly(2026, 1, 1),
        Policy = Policy.None with
        {
            Severities = RuleSet.BuiltIn.Rules.Where(static rule => rule.Family != "governance").ToImmutableDictionary(static rule => rule.Id, static _ => new PolicySeverity(null)),
        },
    };

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("[[1, null]]")]
    [InlineData("{\"tools\": {\"b\": [\"*\"]}}")]
    public void Every_value_may_be_of_any_type(string other)
    {
        var nodes = new List<DataNode>();
        Collect(JsonReader.Read(new SourceText("gateway.json", GatewaySamples.Whole)).Root!, nodes);
        foreach (var node in nodes)
        {
            var text = GatewaySamples.Whole[..node.Span.Start] + other + GatewaySamples.Whole[node.Span.End..];
            var inventory = Take.Inventory(("audit.json", GatewaySamples.Event), ("gateway.json", text));

            Auditor.Audit(inventory, RuleSet.BuiltIn, Options).Findings.ShouldAllBe(finding => finding.Message.EndsWith('.'));
        }
    }

    [Fact]
    public void What_cannot_be_read_is_said_at_its_place()
    {
        var inventory = Take.Inventory(("gateway.yaml", "registry: {version: 7}\nservers: {desk: {owner: me}}\nagents:\n  a: {allowed_servers: [{tools: [x]}]}\n  b: 5\n"));

        inventory.Notices.Where(n => n.Severity == NoticeSeverity.Error).Select(n => n.Location!.GetText()).ShouldBe(["{tools: [x]}", "5"]);
    }

    [Fact]
    public void Patterns_are_compared_within_a_bound()
    {
        var text = new StringBuilder("registry: {version: 7}\nservers:\n  desk: {owner: me, tools: [");
        for (var i = 0; i < 10_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"t{i}, ");
        }

        text.Append("]}\nagents:\n");
        for (var i = 0; i < 1_000; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  a{i}: {{allowed_servers: [{{server: desk, tools: [t{i}*, u*]}}]}}");
        }

        var inventory = Take.Inventory(("gateway.yaml", text.ToString()));

        inventory.Agents.Length.ShouldBe(1_000);
        inventory.Notices.ShouldHaveSingleItem().Message.ShouldContain("comparisons");
    }

    [Fact]
    public void Aliases_do_not_multiply()
    {
        var text = new StringBuilder("registry: {version: 7}\nbig: &big [");
        for (var i = 0; i < 1_000; i++)
        {
            text.Append("{a: b}, ");
        }

        text.Append("]\nservers:\n");
        for (var i = 0; i < 5_000; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  s{i}: {{owner: me, note: *big}}");
        }

        var inventory = Take.Inventory(("gateway.yaml", text.ToString()));

        inventory.Servers.Length.ShouldBeLessThan(1_000);
        inventory.Notices.ShouldContain(n => n.Severity == NoticeSeverity.Error && n.Message.Contains("were not examined", StringComparison.Ordinal));
    }

    [Fact]
    public void Many_agents_limits_and_servers_are_compared_without_looking_at_each_pair()
    {
        var text = new StringBuilder("registry: {version: 7}\nservers:\n");
        for (var i = 0; i < 4_000; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  s{i}: {{version: 1, status: active, owner: me, health_check: x, last_audit: 2025-11-03, url: 'https://s{i}.acme.test', oauth2: {{issuer: 'https://l.acme.test', audience: 'a{i}', scopes: [r]}}, tool_scopes: {{get_{i}: [r]}}}}");
        }

        text.Append("limits:\n  per_user: {requests_per_minute: 5}\n  per_tool:\n");
        for (var i = 0; i < 4_000; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    s{i}.get_{i}: {{requests_per_minute: 5}}");
        }

        text.Append("agents:\n");
        for (var i = 0; i < 4_000; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  readonly{i}: {{allowed_servers: [{{server: s{i}, tools: [get_{i}]}}]}}");
        }

        Auditor.Audit(Take.Inventory(("gateway.yaml", text.ToString())), RuleSet.BuiltIn, Options).Findings.ShouldBeEmpty();
    }

    private static void Collect(DataNode node, List<DataNode> nodes)
    {
        nodes.Add(node);
        foreach (var item in node.Items)
        {
            Collect(item, nodes);
        }

        foreach (var member in node.Members)
        {
            Collect(member.Value, nodes);
        }
    }
}
