using McpScan.Modeling;
using McpScan.Tests.Modeling;
using McpScan.Text;

namespace McpScan.Tests.Discovery.Gateways;

public sealed class GatewayTests
{
    private const string Servers = """
        servers:
          billing:
            url: https://billing.acme.test/mcp
            oauth2:
              issuer: https://login.acme.test
              audience: mcp-billing
              scopes: [invoices:read, invoices:write]
            tool_scopes:
              get_invoice: { required: [invoices:read] }
              delete_invoice: { required: [invoices:write] }
        """;

    private const string Registry = """
        registry:
          version: "2.1"
        servers:
          - name: billing
            version: 1.4.0
            health_check: https://billing.acme.test/health
            status: active
            owner: team-finance
            last_audit: 2025-01-10
          - name: mail
            version: 0.9.0
            status: deprecated
            deprecation_date: 2025-06-30
            replacement: mail-v2
            tools: [send, list]
        """;

    private const string Agents = """
        { "agents": { "clerk": {
            "description": "Answers customers.",
            "allowed_servers": [
              { "server": "billing", "tools": ["get_invoice", "get_*", "burn"] },
              { "server": "mail" },
              { "server": "gone", "tools": ["x"] },
              { "server": "hr", "tools": [] } ],
            "denied_servers": ["hr"] } } }
        """;

    [Fact]
    public void Files_of_one_folder_speak_of_one_gateway()
    {
        var inventory = Take.Inventory(("gw/agents.json", Agents), ("gw/registry.yaml", Registry), ("gw/servers.yaml", Servers));

        inventory.Notices.ShouldBeEmpty();
        inventory.Inputs.Select(input => input.Kind).ShouldBe(["gateway/agents", "gateway/registry+servers", "gateway/servers"]);
        var gateway = inventory.Gateways.ShouldHaveSingleItem();
        gateway.Path.ShouldBe("gw");
        gateway.Servers.Select(server => server.Id).ShouldBe(["gw/registry.yaml#billing", "gw/registry.yaml#mail"]);
        var billing = gateway.Servers[0];
        billing.Version.Raw.ShouldBe("1.4.0");
        billing.Self.FirstText(ServerFields.Owner).ShouldBe("team-finance");
        billing.Self.FirstText(ServerFields.LastAudit).ShouldBe("2025-01-10");
        var remote = billing.Of(SubjectKind.Remote).ShouldHaveSingleItem();
        remote.Values(RemoteFields.OAuthAudience).ShouldBe(["audience=mcp-billing"]);
        remote.Values(RemoteFields.ToolScope).ShouldBe(["get_invoice=invoices:read", "delete_invoice=invoices:write"]);
    }

    [Fact]
    public void Grants_are_resolved()
    {
        var inventory = Take.Inventory(("gw/agents.json", Agents), ("gw/registry.yaml", Registry), ("gw/servers.yaml", Servers));

        var agent = inventory.Agents.ShouldHaveSingleItem();
        agent.Kind.ShouldBe(AgentKind.Declared);
        agent.Id.ShouldBe("file:gw/agents.json/agent:clerk");
        Show(agent).ShouldBe(
        [
            "Allowed billing: get_invoice True, burn False",
            "Deprecated mail whole: list True, send True",
            "Unknown gone: x ",
            "Contradictory hr: ",
        ]);
    }

    [Fact]
    public void A_section_more_hides_nothing()
    {
        var inventory = Take.Inventory(("conf.json", """
            { "agents": { "a": { "allowed_servers": ["billing"] } },
              "mcpServers": { "shell": { "command": "sh", "args": ["-c", "true"] } } }
            """));

        var input = inventory.Inputs.ShouldHaveSingleItem();
        input.Kind.ShouldBe("gateway/agents+client-config/generic");
        inventory.Coverage.FilesRead.ShouldBe(1);
        inventory.Servers.ShouldHaveSingleItem().Of(SubjectKind.Launch).ShouldHaveSingleItem();
        inventory.Agents.Select(agent => agent.Kind).ShouldBe([AgentKind.Declared, AgentKind.Client]);
    }

    [Fact]
    public void A_clients_own_file_stays_a_clients()
    {
        var inventory = Take.Inventory((".vscode/mcp.json", """{ "registry": { "version": "1" }, "servers": { "a": { "command": "x", "owner": "me", "last_audit": "2020-01-01" } } }"""));

        inventory.Gateways.SelectMany(gateway => gateway.Servers).ShouldBeEmpty();
        inventory.Servers.ShouldHaveSingleItem().Group.ShouldBe(".vscode/mcp.json");
    }

    [Fact]
    public void A_capture_tells_the_tools_of_a_server()
    {
        var inventory = Take.Inventory(
            ("agents.yaml", "agents:\n  a:\n    allowed_servers: { desk: [open, shut] }\n"),
            ("captures/desk.json", """{ "serverInfo": { "name": "desk", "version": "1" }, "capabilities": {}, "protocolVersion": "2025-06-18", "tools": [ { "name": "open", "inputSchema": { "type": "object" } } ] }"""),
            ("registry.yaml", "registry: { version: 1 }\nservers:\n  desk: { owner: me }\n"));

        var grant = inventory.Agents.ShouldHaveSingleItem().Grants.ShouldHaveSingleItem();
        grant.Servers.Select(server => server.Id).ShouldBe(["registry.yaml#desk", "captures/desk.json"]);
        grant.Tools.Select(tool => (tool.Name.Raw, tool.IsKnown, tool.Definition is null)).ShouldBe([("open", true, false), ("shut", false, true)]);
    }

    [Theory]
    [InlineData("allowed_servers: '*'", "Allowed * whole: open True")]
    [InlineData("allowed_servers: [{server: '*', tools: [get_x]}]", "Allowed *: get_x ")]
    [InlineData("allowed_servers: [desk]", "Allowed desk whole: open True")]
    [InlineData("allowed_servers: [{server: desk, tools: []}]", "Allowed desk: ")]
    [InlineData("allowed_servers: [{server: desk, tools: '*'}]", "Allowed desk whole: open True")]
    [InlineData("allowed_servers: {desk: {tools: [o*]}}", "Allowed desk: open True")]
    [InlineData("denied_servers: [desk]", "Denied desk whole: ")]
    public void Grants_are_read_in_every_spelling(string grant, string expected)
    {
        var inventory = Take.Inventory(("gateway.yaml", $"registry: {{version: 1}}\nservers:\n  desk: {{owner: me, tools: [open]}}\nagents:\n  - name: a\n    {grant}\n"));

        Show(inventory.Agents.ShouldHaveSingleItem()).ShouldBe([expected]);
    }

    [Fact]
    public void Limits_are_read_by_tool_and_by_server()
    {
        var inventory = Take.Inventory(("limits.yaml", """
            limits:
              per_user: { requests_per_minute: 60 }
              per_department: { finance: { requests_per_minute: 600 } }
              per_tool:
                get_invoice: { requests_per_minute: 30 }
                desk:
                  erase: { requests_per_minute: 1, requires_human_approval: true, requires_approval_above: 100 }
            """));

        var limits = inventory.Others.Single(subject => subject.Kind == SubjectKind.Limits);
        limits.Values(LimitsFields.PerUser).ShouldBe(["requests_per_minute", "requests_per_minute=60"]);
        limits.Values(LimitsFields.PerTool).ShouldBe(["get_invoice=get_invoice", "erase=erase"]);
        var erase = inventory.Others.Single(subject => subject.Name.Raw == "desk/erase");
        erase.FirstText(LimitFields.Server).ShouldBe("desk");
        erase.Values(LimitFields.Rate).ShouldBe(["requests_per_minute=1"]);
        erase.Values(LimitFields.Approval).ShouldBe(["requires_human_approval=true"]);
        erase.Values(LimitFields.ApprovalAbove).ShouldBe(["requires_approval_above=100"]);
    }

    [Theory]
    [InlineData("audit.jsonl", "{0}\n{0}\n", 2)]
    [InlineData("audit.json", "[{0},{0}]", 2)]
    [InlineData("audit.json", "{0}", 1)]
    [InlineData("audit.json", "{{ \"events\": [{0}] }}", 1)]
    public void Events_are_read_in_every_spelling(string path, string layout, int count)
    {
        var inventory = Take.Inventory((path, string.Format(System.Globalization.CultureInfo.InvariantCulture, layout, GatewaySamples.Event)));

        inventory.Inputs.ShouldHaveSingleItem().Kind.ShouldBe("audit-trail");
        var trail = inventory.Others.ShouldHaveSingleItem();
        trail.Select(TrailFields.Event).Count().ShouldBe(count);
        trail.Values(TrailFields.User).ShouldBe([.. Enumerable.Repeat("user_id=u", count)]);
        trail.Values(TrailFields.Arguments).ShouldContain("city=Bern");
    }

    [Fact]
    public void Folders_below_belong_to_the_gateway_above_and_together_all_do()
    {
        (string, string)[] files = [("gw/registry.yaml", Registry), ("gw/teams/clerk/agents.json", Agents), ("other/agents.json", Agents)];

        Take.Inventory(files).Gateways.Select(gateway => $"{gateway.Path}: {gateway.Agents.Length}").ShouldBe(["gw: 1", "other: 1"]);
        var together = McpScan.Discovery.InventoryBuilder.Build(
            files.Select(file => McpScan.Discovery.InputFile.FromBytes(file.Item1, System.Text.Encoding.UTF8.GetBytes(file.Item2))),
            new McpScan.Discovery.InventoryOptions { Together = true });
        together.Gateways.Select(gateway => $"{gateway.Path}: {gateway.Agents.Length}").ShouldBe([".: 2"]);
    }

    [Theory]
    [InlineData("deploy.yml", "registry: { server: ghcr.io, username: me }\nservers:\n  web: { hosts: [10.0.0.1] }\n")]
    [InlineData("balancer.yaml", "servers:\n  web1: { url: 'https://a.test', health_check: /up }\n")]
    [InlineData("limits.yaml", "limits: { per_user: { uploads_per_day: 5 } }\n")]
    [InlineData("people.yaml", "agents: { bond: { license: kill } }\n")]
    [InlineData("events.json", """[{ "event_type": "order.created", "user_id": "u" }]""")]
    public void Files_of_other_programs_are_no_gateways(string path, string text) => Take.Inventory((path, text)).Gateways.ShouldBeEmpty();

    [Fact]
    public void An_empty_registry_knows_no_server()
    {
        var inventory = Take.Inventory(("gateway.yaml", "registry: {version: 1}\nservers: {}\nagents: {a: {allowed_servers: [{server: x, tools: [t]}]}}\n"));

        Show(inventory.Agents.ShouldHaveSingleItem()).ShouldBe(["Unknown x: t "]);
    }

    [Fact]
    public void Ordinary_client_configurations_have_no_gateway()
    {
        var inventory = Take.Inventory((".cursor/mcp.json", """{ "mcpServers": { "desk": { "url": "https://desk.acme.test/mcp", "auth": { "CLIENT_ID": "x", "scopes": ["read"] } } } }"""));

        inventory.Gateways.ShouldBeEmpty();
        var agent = inventory.Agents.ShouldHaveSingleItem();
        (agent.Kind, agent.Name.Raw, agent.Id).ShouldBe((AgentKind.Client, "cursor", "file:.cursor/mcp.json/client"));
    }

    private static string[] Show(Agent agent) =>
        [.. agent.Grants.Select(grant => $"{grant.Standing} {grant.Name}{(grant.Whole is not null ? " whole" : "")}: {string.Join(", ", grant.Tools.Select(tool => $"{tool.Name} {tool.IsKnown}"))}")];
}
