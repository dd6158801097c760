using McpScan.Modeling;

namespace McpScan.Tests.Discovery.Manifests;

public sealed class ToolHiveTests
{
    internal const string Registry = """
        {
          "version": "1.0.0",
          "servers": {
            "maps": {
              "description": "Draws maps.", "tier": "Community", "status": "Deprecated", "transport": "stdio",
              "tools": ["draw", "erase"], "overview": "Longer words.", "tags": ["geo"],
              "repository_url": "https://git.example/maps",
              "image": "ghcr.example:5000/maps/server:1.2", "args": ["--fast"], "target_port": 8080,
              "permissions": { "network": { "outbound": { "insecure_allow_all": true, "allow_host": ["maps.example"], "allow_port": [443] } }, "read": ["/maps"], "privileged": true },
              "env_vars": [{ "name": "MAPS_KEY", "description": "The key", "required": true, "secret": true, "default": "none" }],
              "provenance": { "repository_uri": "https://git.example/build", "signer_identity": "build.yml" },
              "tool_definitions": [{ "name": "draw", "description": "Draws.", "inputSchema": { "type": "object" }, "annotations": { "readOnlyHint": true } }],
              "custom_metadata": { "note": "for you" }
            }
          },
          "remote_servers": {
            "far": {
              "url": "https://far.example/mcp", "transport": "streamable-http", "description": "Far away.",
              "headers": [{ "name": "X-Key", "required": true, "secret": true, "choices": ["a", "b"] }],
              "oauth_config": { "issuer": "https://id.example", "client_id": "me", "scopes": ["all"], "use_pkce": false }
            }
          },
          "groups": [{ "name": "pair", "servers": { "maps": { "image": "maps:2", "transport": "stdio" } }, "remote_servers": {} }]
        }
        """;

    [Fact]
    public void Images_endpoints_and_groups_are_servers()
    {
        var read = Recognised.Of("registry.json", Registry);

        read.Model.Kind.ShouldBe("toolhive-registry");
        read.Model.Notices.ShouldBeEmpty();
        read.Model.Servers.Select(s => s.EntryName).ShouldBe(["maps", "far", "pair/maps"]);
        read.Model.Servers[0].Identities.ShouldBe(["oci:ghcr.example:5000/maps/server"]);
        read.Model.Servers.ShouldAllBe(s => s.Scope == FragmentScope.Entry);
    }

    [Fact]
    public void An_image_brings_permissions_variables_provenance_and_tools()
    {
        var read = Recognised.Of("registry.json", Registry);

        read.Written("permissions:maps", PermissionsFields.AllowAll).ShouldBe("true");
        read.Written("permissions:maps", PermissionsFields.AllowHost).ShouldBe("\"maps.example\"");
        read.Written("permissions:maps", PermissionsFields.AllowPort).ShouldBe("443");
        read.Written("permissions:maps", PermissionsFields.Read).ShouldBe("\"/maps\"");
        read.Written("permissions:maps", PermissionsFields.Privileged).ShouldBe("true");
        read.Written("input:MAPS_KEY", InputFields.Default).ShouldBe("\"none\"");
        read.Written("package:oci:ghcr.example:5000/maps/server", PackageFields.Version).ShouldBe("1.2");
        read.Written("package:oci:ghcr.example:5000/maps/server", PackageFields.RepositoryUrl).ShouldBe("\"https://git.example/build\"");
        read.Values("package:oci:ghcr.example:5000/maps/server", PackageFields.Other).ShouldBe(["build.yml"]);
        read.Written("tool:draw", ToolFields.ReadOnlyHint).ShouldBe("true");
    }

    [Fact]
    public void A_tool_without_a_definition_is_a_name_of_the_server()
    {
        var entries = Recognised.Of("registry.json", Registry).Model.Servers[0].Entries;

        entries.Where(e => e.Field == ServerFields.ToolName).Select(e => e.Node.ToString()).ShouldBe(["erase"]);
        entries.ShouldContain(e => e.Field == ServerFields.Status && e.Node.ToString() == "Deprecated");
        entries.ShouldContain(e => e.Field == ServerFields.Meta && e.Node.ToString() == "for you");
    }

    [Fact]
    public void An_endpoint_brings_headers_and_OAuth()
    {
        var read = Recognised.Of("registry.json", Registry);

        read.Written("remote:far", RemoteFields.Url).ShouldBe("\"https://far.example/mcp\"");
        read.Written("remote:far", RemoteFields.OAuthIssuer).ShouldBe("\"https://id.example\"");
        read.Written("remote:far", RemoteFields.OAuthScope).ShouldBe("\"all\"");
        read.Values("input:X-Key", InputFields.Role, "header").ShouldBe(["X-Key"]);
        read.Values("input:X-Key", InputFields.Choice).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void The_upstream_format_holds_documents_of_the_MCP_registry()
    {
        var read = Recognised.Of("registry.json", """
            {
              "version": "1.0.0", "meta": { "last_updated": "2026-01-01T00:00:00Z" },
              "data": { "servers": [{
                "$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
                "name": "io.github.harbour/tides", "description": "Tides", "version": "1.0.0",
                "packages": [{ "registryType": "oci", "identifier": "harbour/tides:1", "transport": { "type": "stdio" } }],
                "_meta": { "io.modelcontextprotocol.registry/publisher-provided": {
                  "org.example": { "remark": "kept" },
                  "io.github.stacklok": {
                    "harbour/tides:1": {
                      "status": "Active", "tools": ["ebb", "flow"], "permissions": { "network": { "outbound": { "allow_host": ["t.example"] } } },
                      "tool_definitions": [{ "name": "ebb", "description": "Tells the ebb.", "inputSchema": { "type": "object" } }],
                      "args": ["--slow"], "oauth_config": { "issuer": "https://id.example" }
                    } } } } }] }
            }
            """);

        read.Model.Kind.ShouldBe("registry-list");
        read.Server.Name.Raw.ShouldBe("io.github.harbour/tides");
        read.Written("tool:ebb", ToolFields.Description).ShouldBe("\"Tells the ebb.\"");
        read.Values(ServerFields.ToolName).ShouldBe(["flow"]);
        read.Values(ServerFields.Meta).ShouldBe(["org.example", "remark", "kept", "--slow"]);
        read.Written("permissions:io.github.harbour/tides", PermissionsFields.AllowHost).ShouldBe("\"t.example\"");
        read.Written("remote:harbour/tides:1", RemoteFields.OAuthIssuer).ShouldBe("\"https://id.example\"");
    }

    [Fact]
    public void A_client_configuration_with_servers_is_no_registry() =>
        Recognised.Of("mcp.json", """{ "servers": { "a": { "type": "stdio", "command": "node", "args": ["a.js"] } } }""").Model?.Kind.ShouldNotBe("toolhive-registry");

    [Fact]
    public void A_free_profile_belongs_to_no_server()
    {
        var read = Recognised.Of("profile.json", """
            { "name": "narrow", "read": ["/in"], "write": ["/out", "host:/c"], "network": { "mode": "host", "outbound": { "allow_port": [53] }, "inbound": { "allow_host": ["lan.example"] } }, "privileged": false }
            """);

        read.Model.Kind.ShouldBe("permission-profile");
        read.Model.Servers.ShouldBeEmpty();
        read.Model.Others.ShouldHaveSingleItem().LocalId.ShouldBe("permissions:narrow");
        read.Values("permissions:narrow", PermissionsFields.Write).ShouldBe(["/out", "host:/c"]);
        read.Written("permissions:narrow", PermissionsFields.NetworkMode).ShouldBe("\"host\"");
        read.Written("permissions:narrow", PermissionsFields.InboundHost).ShouldBe("\"lan.example\"");
    }

    [Fact]
    public void An_object_with_more_than_permissions_is_no_profile() =>
        Recognised.Of("settings.json", """{ "network": { "mode": "host" }, "theme": "dark" }""").Model.ShouldBeNull();
}
