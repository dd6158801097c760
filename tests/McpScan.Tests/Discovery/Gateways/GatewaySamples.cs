namespace McpScan.Tests.Discovery.Gateways;

/// <summary>A gateway's file with every section and every member that is known, and an audit event.</summary>
internal static class GatewaySamples
{
    public const string Event = """{ "event_type": "mcp.tool_call", "timestamp": "2025-01-01T00:00:00Z", "user_id": "u", "agent_id": "clerk", "session_id": "s", "server": "desk", "tool": "open", "arguments": { "city": "Bern" }, "result": { "status": "ok" }, "auth": { "method": "oidc" }, "policy": { "decision": "allow" }, "trace": ["x"] }""";

    public const string Whole = """
        {
          "registry": { "version": "7", "name": "acme" },
          "servers": {
            "desk": {
              "version": "1.2.0", "status": "deprecated", "owner": "team-desk", "health_check": "https://desk.acme.test/health", "last_audit": "2025-11-03",
              "deprecation_date": "2025-12-01", "replacement": "desk2", "description": "Desks.", "tools": ["open", "delete_desk"],
              "url": "https://desk.acme.test/mcp", "headers": { "X-Team": "desk" },
              "oauth2": { "issuer": "https://login.acme.test", "audience": "mcp", "scopes": ["desk:read"], "client_id": "gw" },
              "tool_scopes": { "open": { "required": ["desk:read"] }, "delete_desk": { "required": ["desk:read"] } },
              "secrets": { "KEY": { "ref": "vault://desk/key", "injected_by": "gateway" } }, "note": { "deep": ["er"] }
            },
            "desk2": { "version": "2.0.0", "url": "https://desk2.acme.test/mcp", "oauth2": { "issuer": "https://login.acme.test", "audience": "mcp" } },
            "shell": { "command": "desk-mcp", "args": ["--port", "1"], "env": { "A": "b" } }
          },
          "limits": {
            "per_user": { "requests_per_minute": 60 }, "per_department": { "sales": { "requests_per_hour": 9 } },
            "per_tool": { "open": { "requests_per_minute": 9 }, "desk": { "delete_desk": { "requests_per_minute": 9, "requires_human_approval": false, "requires_approval_above": 3 } } },
            "window": "sliding"
          },
          "agents": {
            "clerk": {
              "owner": "team-desk", "description": "Read-only.", "model": "m",
              "allowed_servers": [{ "server": "desk", "tools": ["open", "d*", "none"] }, { "server": "desk2" }, { "server": "*", "tools": ["x"] }, "gone"],
              "denied_servers": ["desk2", "shell"]
            }
          },
          "vault": { "address": "https://vault.acme.test" }
        }
        """;
}
