using System.Text;
using McpScan.Auditing;
using McpScan.Checks.Policies;
using McpScan.Discovery;
using McpScan.Governance;
using McpScan.Rules;
using McpScan.Standards;
using McpScan.Text;

namespace McpScan.Tests.Checks.Policies;

/// <summary>Each control with a server that lacks it and its twin that has it.</summary>
public sealed class PolicyControlTests
{
    private const string Client = ".cursor/mcp.json";
    private const string Registry = "registry: {version: 7}\nservers:\n  desk: {version: 1.0.0, status: active, owner: desk, last_audit: 2025-11-03";

    [Fact]
    public void Every_control_has_its_evidence() => PolicyControl.Evidence.Keys.ShouldBe(Controls.All.Select(static control => control.Name), ignoreOrder: true);

    [Theory]
    [InlineData("authentication", Client, """{ "mcpServers": { "wiki": { "url": "https://wiki.acme.example" } } }""", """{ "mcpServers": { "wiki": { "url": "https://wiki.acme.example", "headers": { "X-Api-Key": "${KEY}" } } } }""")]
    [InlineData("oauth", Client, """{ "mcpServers": { "wiki": { "url": "https://wiki.acme.example", "oauth": { "issuer": "https://id.acme.example" } } } }""", """{ "mcpServers": { "wiki": { "url": "https://wiki.acme.example", "oauth": { "issuer": "https://id.acme.example", "audience": "wiki" } } } }""")]
    [InlineData("tool-scopes", "gateway.yaml", "servers:\n  wiki: {url: 'https://wiki.acme.example', oauth2: {issuer: 'https://id.acme.example', audience: wiki, scopes: [read]}}", "servers:\n  wiki: {url: 'https://wiki.acme.example', oauth2: {issuer: 'https://id.acme.example', audience: wiki, scopes: [read]}, tool_scopes: {search: {required: [read]}}}")]
    [InlineData("integrity", Client, """{ "mcpServers": { "desk": { "command": "docker", "args": ["run", "-i", "acme/desk:1.0"] } } }""", """{ "mcpServers": { "desk": { "command": "docker", "args": ["run", "-i", "acme/desk@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] } } }""")]
    [InlineData("permission-profile", "tools.json", """{ "tools": [ { "name": "now", "description": "Tells the time." } ] }""", """{ "grammar": "0.0", "name": "clock", "version": "1.0.0", "tools": [ { "name": "now", "capabilities": ["clock:system"] } ] }""")]
    [InlineData("tool-allow-list", Client, """{ "mcpServers": { "wiki": { "url": "https://wiki.acme.example" } } }""", """{ "mcpServers": { "wiki": { "url": "https://wiki.acme.example", "includeTools": ["search"] } } }""")]
    [InlineData("registration", Client, """{ "mcpServers": { "desk": { "url": "https://desk.acme.example" } } }""", null)]
    [InlineData("health-check", "registry.yaml", Registry + "}", Registry + ", health_check: 'https://desk.acme.example/health'}")]
    [InlineData("rate-limits", "gateway.yaml", Registry + "}", Registry + "}\nlimits: {per_user: {requests_per_minute: 60}}")]
    [InlineData("human-approval", Client, """{ "mcpServers": { "desk": { "command": "npx", "args": ["-y", "@acme/desk@1.0.0"], "autoApprove": ["delete_ticket"] } } }""", """{ "mcpServers": { "desk": { "command": "npx", "args": ["-y", "@acme/desk@1.0.0"] } } }""")]
    [InlineData("agent-grants", "gateway.yaml", Registry + "}", Registry + "}\nagents:\n  helper: {allowed_servers: [{server: desk, tools: [search]}]}")]
    public void A_control_is_missed_where_it_is_missing_and_only_there(string control, string path, string without, string? with)
    {
        Missing(control, path, without).ShouldBe([control]);
        Missing(control, path == Client && with is null ? "registry.yaml" : path, with ?? Registry + "}").ShouldBeEmpty();
    }

    [Fact]
    public void A_gateway_that_records_calls_has_an_audit_trail()
    {
        const string Trail = """{ "event_type": "mcp.tool_call", "timestamp": "2025-11-03T10:00:00Z", "user_id": "ada", "agent_id": "helper", "session_id": "1", "server": "desk", "tool": "search", "arguments": {}, "result": {}, "auth": {"method": "oauth2"}, "policy": {"decision": "allow"} }""";

        Missing("audit-trail", "registry.yaml", Registry + "}").ShouldBe(["audit-trail"]);
        Missing("audit-trail", "registry.yaml", Registry + "}", ("audit-event.json", Trail)).ShouldBeEmpty();
    }

    private static string[] Missing(string control, string path, string text, params (string Path, string Text)[] more)
    {
        var policy = PolicyReader.Read(new SourceText("mcpscan.yaml", $"controls: {{required: [{control}]}}\n"), RuleSet.BuiltIn, out _)!;
        var files = more.Append((Path: path, Text: text)).Select(file => InputFile.FromBytes(file.Path, Encoding.UTF8.GetBytes(file.Text), isNamed: true));
        var report = Auditor.Audit(InventoryBuilder.Build(files, InventoryOptions.Default), RuleSet.BuiltIn, new AuditOptions { Policy = policy, Day = new DateOnly(2026, 1, 1) });
        report.Servers.ShouldNotBeEmpty();
        return [.. report.Findings.Where(f => f.Rule.Id == "MCPS9522").Select(f => f.Message.Split("lacks ")[1].Split(',')[0])];
    }
}
