using McpScan.Checks.Capabilities;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Tests.Modeling;

namespace McpScan.Tests.Checks.Capabilities;

/// <summary>What launches, packages and profiles show and say of a server, and what its tools add up to.</summary>
public sealed class ServerCapabilityTests
{
    [Theory]
    [InlineData("""{ "command": "docker", "args": ["run", "-i", "-v", "/srv/a:/a:ro", "-v", "/srv/b:/b", "-v", "/var/run/docker.sock:/var/run/docker.sock", "-e", "KEY", "acme/x:1"] }""", "env:read:KEY fs:read:/srv/a/** fs:write:/srv/b/** ipc:connect:/var/run/docker.sock")]
    [InlineData("""{ "command": "docker", "args": ["run", "--network", "host", "acme/x:1"], "env": { "TOKEN": "${TOKEN}" } }""", "env:read:TOKEN net:connect:*")]
    [InlineData("""{ "command": "deno", "args": ["run", "--allow-net=api.example.com,b.example", "--allow-run", "npm:x"] }""", "exec:spawn:* net:connect:api.example.com net:connect:b.example")]
    [InlineData("""{ "command": "npx", "args": ["-y", "mcp-remote@0.1.29", "https://mcp.example.com/sse"] }""", "net:connect:mcp.example.com")]
    [InlineData("""{ "url": "https://mcp.example.com:8443/mcp" }""", "net:connect:mcp.example.com:8443")]
    [InlineData("""{ "command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "/srv/a"] }""", "fs:read:/srv/a/** fs:write:/srv/a/**")]
    public void A_launch_shows_what_it_gives(string entry, string expected)
    {
        var server = Take.Server(".cursor/mcp.json", $$"""{ "mcpServers": { "x": {{entry}} } }""");

        string.Join(' ', CapabilityIndex.Of(server).Observed).ShouldBe(expected);
    }

    [Fact]
    public void Dependencies_are_a_weak_sign()
    {
        var server = Take.Inventory(("package.json", """{ "name": "x", "version": "1.0.0", "mcpName": "io.github.a/x", "dependencies": { "playwright": "1", "left-pad": "1" } }""")).Servers.ShouldHaveSingleItem();

        var seen = CapabilityIndex.Of(server).Observed.ShouldHaveSingleItem();
        (seen.ToString(), seen.Confidence, seen.Evidence.Words).ShouldBe(("browser:control:*", Confidence.Low, "playwright"));
    }

    [Fact]
    public void A_manifest_beside_a_capture_declares_by_the_names_of_tools()
    {
        var server = Take.Inventory(
            ("tools.json", """{ "tools": [{ "name": "save", "description": "Saves a note.", "inputSchema": { "type": "object" } }] }"""),
            ("capgate.json", """{ "grammar": "0.0", "name": "n", "version": "1", "serverCapabilities": ["env:read:KEY"], "tools": [{ "name": "save", "capabilities": ["fs:write:/notes/**", "disk:read:x"] }] }""")).Servers.ShouldHaveSingleItem();

        var captured = server.Tools.First(tool => tool.First(ToolFields.InputSchema) is not null);
        string.Join(' ', CapabilityIndex.Of(captured, server).Declared).ShouldBe("fs:write:/notes/**");
        string.Join(' ', CapabilityIndex.Of(server).Declared).ShouldBe("env:read:KEY fs:write:/notes/**");
    }

    [Fact]
    public void A_profile_declares_paths_and_hosts_with_ports()
    {
        var server = Take.Server("registry.json", """
            { "version": "1.0.0", "last_updated": "2026-01-01T00:00:00Z", "servers": { "x": { "image": "ghcr.io/acme/x:1", "description": "d", "tier": "Community", "status": "Active", "transport": "stdio", "tools": ["a"],
              "env_vars": [{ "name": "KEY", "description": "Key.", "required": true, "secret": true }],
              "permissions": { "read": ["/srv/in:/in"], "write": ["/srv/out"], "network": { "outbound": { "insecure_allow_all": false, "allow_host": ["a.example", "b.example"], "allow_port": [443, 8443] } } } } } }
            """);

        string.Join(' ', CapabilityIndex.Of(server).Declared).ShouldBe("env:read:KEY fs:read:/srv/in/** fs:write:/srv/out/** net:connect:a.example:443 net:connect:a.example:8443 net:connect:b.example:443 net:connect:b.example:8443");
    }

    [Theory]
    [InlineData("\"none\"", "", CapabilityDomains.Files | CapabilityDomains.Network)]
    [InlineData("\"network\"", "net:connect:*", CapabilityDomains.Files | CapabilityDomains.Network)]
    [InlineData("{ \"read\": [], \"write\": [], \"network\": { \"outbound\": {} } }", "", CapabilityDomains.Files | CapabilityDomains.Network)]
    [InlineData("{ \"privileged\": false }", "", CapabilityDomains.None)]
    public void A_profile_speaks_of_what_it_names(string permissions, string expected, object domains)
    {
        var server = Take.Server("registry.json", $$"""
            { "version": "1.0.0", "last_updated": "2026-01-01T00:00:00Z", "servers": { "x": { "image": "ghcr.io/acme/x:1", "description": "d", "tier": "Community", "status": "Active", "transport": "stdio", "tools": ["a"], "permissions": {{permissions}} } } }
            """);

        Declarations.Of(server).Domains.ShouldBe((CapabilityDomains)domains);
        string.Join(' ', Declarations.Of(server).Granted).ShouldBe(expected);
    }

    [Fact]
    public void A_container_without_a_network_speaks_of_the_network()
    {
        var server = Take.Server("catalog.yaml", "registry:\n  x:\n    type: server\n    image: acme/x:1\n    disableNetwork: true\n");

        Declarations.Of(server).Domains.ShouldBe(CapabilityDomains.Network);
    }

    [Fact]
    public void A_server_can_do_what_its_tools_can()
    {
        var server = Take.Server("tools.json", """{ "tools": [{ "name": "send_email", "description": "Sends an e-mail." }, { "name": "read_emails", "description": "Reads e-mails." }] }""");

        string.Join(' ', CapabilityIndex.Of(server).Observed).ShouldBe("data:read:mail message:send:mail untrusted:read:mail");
    }

    [Fact]
    public void The_lists_speak_the_grammar()
    {
        foreach (var member in Lists.BuiltIn.Entries("capability-packages")!.Members)
        {
            var term = CapabilityGrammar.ParseOwn(member.Name.Value);
            var kind = CapabilityKinds.Find(term.Kind).ShouldNotBeNull(member.Name.Value);
            term.Actions.ShouldAllBe(action => kind.Actions.Contains(action));
        }
    }
}
