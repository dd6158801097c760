namespace McpScan.Tests.Discovery.Clients;

/// <summary>One configuration per client: its path says the client, its root key the dialect, and every marked value stands where it is marked.</summary>
public sealed class ClientConfigTests
{
    public static TheoryData<string, string, string, string> Configurations => new()
    {
        { "home/Library/Application Support/Claude/claude_desktop_config.json", "claude-desktop", "a b", """
            {"mcpServers": {
              "a": {"command": "«launch:a command|npx»", "args": ["«launch:a flags.-y|-y»", "«launch:a package.name|@x/y»@«launch:a package.version|1.0.0»"], "env": {"TOKEN": "«launch:a env.TOKEN|t»"}},
              "b": {"command": "«launch:b launcher|uvx»", "args": ["«launch:b package.name|s»==«launch:b package.version|1.2»"]}}}
            """ },
        { "repo/.mcp.json", "claude-code", "web", """
            {"mcpServers": {"web": {"type": "«remote:web transport|http»", "url": "«remote:web url|https://h/mcp»", "headers": {"Authorization": "«remote:web headers.Authorization|Bearer ${T}»"},
              "headersHelper": "«remote:web helpers.headersHelper|./token.sh»", "oauth": {"clientId": "«remote:web oauth.clientId|id»", "scopes": ["«remote:web oauth.scopes|read»"]}}}}
            """ },
        { ".claude.json", "claude-code", "u /code/x#l", """
            {"mcpServers": {"u": {"command": "«launch:u command|./run»"}},
             "projects": {"/code/x": {"allowedTools": ["«client autoApprove|Bash(*)»"], "mcpServers": {"l": {"command": "«launch:l command|node»", "args": ["«launch:l args|s.js»"]}}}}}
            """ },
        { "etc/claude-code/managed-mcp.json", "claude-code", "m", """{"mcpServers": {"m": {"type": "sse", "url": "«remote:m url|https://h/sse»"}}}""" },
        { "repo/.claude/settings.json", "claude-code", "", """
            {"enableAllProjectMcpServers": «client autoApprove|true», "apiKeyHelper": "«client helpers.apiKeyHelper|./key.sh»",
             "permissions": {"allow": ["«client permissions.allow|mcp__a__b»"], "defaultMode": "«client permissions.defaultMode|bypassPermissions»"},
             "hooks": {"PreToolUse": [{"matcher": "*", "hooks": [{"type": "command", "command": "«client hooks.PreToolUse|curl h»"}]}]},
             "statusLine": {"type": "command", "command": "«client helpers.statusLine|./line.sh»"},
             "env": {"ANTHROPIC_BASE_URL": "«client env.ANTHROPIC_BASE_URL|http://h»"},
             "extraKnownMarketplaces": {"m": {"source": {"source": "github", "repo": "«client sources|o/r»"}}}}
            """ },
        { "repo/.cursor/mcp.json", "cursor", "c", """{"mcpServers": {"c": {"command": "npx", "args": ["«launch:c package|s»"], "envFile": "«launch:c envFile|.env»"}}}""" },
        { "repo/.vscode/mcp.json", "vscode", "g u", """
            { // comments are fine
              "inputs": [{"type": "promptString", "id": "«input:key name|key»", "description": "«input:key description|API key»", "password": «input:key secret|true»}],
              "servers": {
                "g": {"command": "docker", "args": ["run", "-v", "«launch:g mounts|/home»:/w", "«launch:g image|ghcr.io/o/g»"], "sandboxEnabled": «launch:g autoApprove|true»,
                      "cwd": "«launch:g cwd|${workspaceFolder}»", "dev": {"watch": "«launch:g helpers.watch|src/**»"}},
                "u": {"type": "http", "url": "«remote:u url|unix:///tmp/s»"},
              }
            }
            """ },
        { "User/settings.json", "generic", "s", """{"mcp": {"servers": {"s": {"command": "«launch:s command|x»"}}}, "chat.tools.autoApprove": «client autoApprove|true»}""" },
        { "repo/.devcontainer/devcontainer.json", "vscode", "d", """{"image": "i", "customizations": {"vscode": {"mcp": {"servers": {"d": {"command": "«launch:d command|x»"}}}}}}""" },
        { "repo/.vs/mcp.json", "visual-studio", "v", """{"servers": {"v": {"command": "dnx", "args": ["«launch:v package.name|A.B»@«launch:v package.version|1.0.0»", "--yes"]}}}""" },
        { "repo2/.mcp.json", "visual-studio", "v", """{"servers": {"v": {"command": "«launch:v command|dotnet»"}}}""" },
        { ".codeium/windsurf/mcp_config.json", "windsurf", "w", """{"mcpServers": {"w": {"serverUrl": "«remote:w url|https://h»", "alwaysAllow": ["«remote:w autoApprove|*»"], "disabled": «remote:w disabled|true»}}}""" },
        { "x/cline_mcp_settings.json", "cline", "c", """
            {"mcpServers": {"c": {"transport": {"type": "«remote:c transport|streamableHttp»", "url": "«remote:c url|https://h»"}, "autoApprove": ["«remote:c autoApprove|add»"]}}}
            """ },
        { "repo/.roo/mcp.json", "roo-code", "r", """{"mcpServers": {"r": {"command": "cmd", "args": ["/c", "«launch:r launcher|npx»", "-y", "«launch:r package|s»"], "watchPaths": ["«launch:r other|a»"]}}}""" },
        { "home/.continue/config.yaml", "continue", "one two", """
            name: x
            mcpServers:
              - name: one
                command: «launch:one command|npx»
                args: ["-y", "«launch:one package|s»"]
              - name: two
                type: sse
                url: «remote:two url|https://h/sse»
                apiKey: «remote:two apiKey|k»
                requestOptions: {headers: {X: «remote:two headers.X|1»}}
            """ },
        { "home/.config/zed/settings.json", "zed", "z old", """
            {"context_servers": {
              "z": {"source": "custom", "enabled": «launch:z disabled|false», "command": "«launch:z command|x»"},
              "old": {"command": {"path": "«launch:old command|node»", "args": ["«launch:old args|s.js»"], "env": {"K": "«launch:old env.K|v»"}}, "settings": {"k": "«launch:old other|v»"}}},
             "agent": {"always_allow_tool_actions": «client autoApprove|true»}}
            """ },
        { "repo/.gemini/settings.json", "gemini-cli", "g", """
            {"mcpServers": {"g": {"httpUrl": "«remote:g url|https://h»", "trust": «remote:g autoApprove|true», "includeTools": ["«remote:g tools|a»"]}},
             "mcp": {"serverCommand": "«client helpers.serverCommand|./s»"}, "tools": {"autoAccept": «client autoApprove|true»}}
            """ },
        { "ext/gemini-extension.json", "gemini-cli", "e", """
            {"name": "x", "mcpServers": {"e": {"command": "«launch:e command|node»"}}, "settings": [{"name": "«input:Key name|Key»", "envVar": "«input:Key role|K»", "sensitive": «input:Key secret|true»}]}
            """ },
        { ".codex/config.toml", "codex", "a b", """
            approval_policy = "«client autoApprove|never»"
            notify = ["«client hooks.notify|sh»", "x.sh"]
            [mcp_servers.a]
            command = "«launch:a command|npx»"
            args = ["-y", "«launch:a package|s»"]
            env_vars = ["«launch:a env.passed|TOKEN»"]
            default_tools_approval_mode = "«launch:a autoApprove|approve»"
            [mcp_servers.a.tools.del]
            approval_mode = "«launch:a autoApprove|approve»"
            [mcp_servers.b]
            url = "«remote:b url|https://h»"
            bearer_token_env_var = "«remote:b bearerVariable|TOK»"
            http_headers = { X = "«remote:b headers.X|1»" }
            env_http_headers = { Y = "«remote:b headers.env.Y|YV»" }
            """ },
        { ".amazonq/cli-agents/x.json", "amazon-q", "a", """
            {"name": "x", "mcpServers": {"a": {"command": "«launch:a command|x»"}}, "allowedTools": ["«client autoApprove|@a/*»"], "hooks": {"agentSpawn": [{"command": "«client hooks.agentSpawn|git status»"}]}}
            """ },
        { ".kiro/settings/mcp.json", "kiro", "k r", """{"mcpServers": {"k": {"command": "x", "autoApprove": ["«launch:k autoApprove|*»"]}, "r": {"type": "registry"}}}""" },
        { "repo/.junie/mcp/mcp.json", "junie", "j", """{"mcpServers": {"j": {"command": "«launch:j command|x»"}}}""" },
        { "repo/.air/mcp.json", "jetbrains-air", "j", """{"mcpServers": {"j": {"command": "x", "workingDirectory": "«launch:j cwd|/w»"}}}""" },
        { "pasted.json", "generic", "j", """{"mcpServers": {"j": {"command": "«launch:j command|npx»", "args": "-y «launch:j package|s» '«launch:j args|a b»'"}}}""" },
        { ".config/goose/config.yaml", "goose", "dev mem web code", """
            GOOSE_MODE: «client autoApprove|auto»
            extensions:
              dev: {type: builtin, enabled: true, name: developer}
              mem:
                type: stdio
                cmd: «launch:mem command|npx»
                args: [-y, «launch:mem package|s»]
                envs: {K: «launch:mem env.K|v»}
                env_keys: [«launch:mem env.passed|TOKEN»]
              web: {type: streamable_http, uri: "«remote:web url|https://h»", available_tools: [«remote:web tools|a»]}
              code: {type: inline_python, code: "«launch:code script|import os»"}
            """ },
        { "old/config.yaml", "generic", "g", """
            config:
              extensions:
                g: {type: stdio, cmd: «launch:g command|x», enabled: «launch:g disabled|false»}
            """ },
        { ".lmstudio/mcp.json", "lm-studio", "l", """{"mcpServers": {"l": {"url": "«remote:l url|http://localhost:1»"}}}""" },
        { "opencode.json", "opencode", "l r", """
            {"mcp": {"l": {"type": "local", "command": ["«launch:l command|npx»", "-y", "«launch:l package|s»"], "environment": {"K": "«launch:l env.K|{env:K}»"}},
                     "r": {"type": "remote", "url": "«remote:r url|https://h»", "enabled": «remote:r disabled|false»}}, "permission": {"bash": "«client permissions.bash|allow»"}}
            """ },
        { "repo/.warp/.mcp.json", "warp", "w", """{"mcpServers": {"w": {"command": "x", "working_directory": "«launch:w cwd|/w»", "start_on_launch": «launch:w other|true»}}}""" },
        { ".copilot/mcp-config.json", "copilot-cli", "c", """{"mcpServers": {"c": {"type": "local", "command": "x", "tools": ["«launch:c tools|*»"]}}}""" },
        { "repo/.github/mcp.json", "copilot-cli", "c", """{"mcpServers": {"c": {"command": "«launch:c command|x»"}}}""" },
        { ".gemini/antigravity/mcp_config.json", "antigravity", "a", """{"mcpServers": {"a": {"serverUrl": "«remote:a url|https://h»"}}}""" },
        { ".config/amp/settings.json", "amp", "a", """{"amp.mcpServers": {"a": {"command": "«launch:a command|x»"}}, "amp.dangerouslyAllowAll": «client autoApprove|true»}""" },
        { "Trae/User/mcp.json", "trae", "t", """{"mcpServers": {"t": {"command": "«launch:t command|x»"}}}""" },
        { ".qoder/mcp.json", "qoder", "t", """{"mcpServers": {"t": {"command": "«launch:t command|x»"}}}""" },
        { ".kimi/mcp.json", "kimi", "t", """{"mcpServers": {"t": {"command": "«launch:t command|x»"}}}""" },
        { ".factory/mcp.json", "factory", "t", """{"mcpServers": {"t": {"command": "«launch:t command|x»"}}}""" },
        { ".vibe/config.toml", "mistral-vibe", "v", """
            [[mcp_servers]]
            name = "v"
            transport = "«remote:v transport|streamable-http»"
            url = "«remote:v url|https://h»"
            """ },
        { "p/.claude-plugin/plugin.json", "claude-plugin", "p", """
            {"name": "x", "mcpServers": {"p": {"command": "«launch:p command|${CLAUDE_PLUGIN_ROOT}/s»"}}, "hooks": {"Stop": [{"hooks": [{"type": "command", "command": "«client hooks.Stop|x»"}]}]},
             "monitors": [{"name": "m", "command": "«client helpers.monitors|tail -f x»"}], "userConfig": {"key": {"type": "«input:key type|string»", "sensitive": «input:key secret|true»}}}
            """ },
        { "p2/.claude-plugin/plugin.json", "claude-plugin", "", """{"name": "x", "mcpServers": "«client sources|https://h/x.mcpb»"}""" },
        { "p/hooks/hooks.json", "claude-plugin", "", """{"hooks": {"SessionStart": [{"hooks": [{"type": "command", "command": "«client hooks.SessionStart|./x»"}]}]}}""" },
        { ".claude-plugin/marketplace.json", "claude-plugin", "s", """
            {"name": "m", "owner": {"name": "o"}, "plugins": [
              {"name": "a", "source": {"source": "github", "repo": "«client sources|o/r»"}}, {"name": "b", "source": "«client sources|./b»", "mcpServers": {"s": {"command": "«launch:s command|x»"}}}]}
            """ },
        { "plugin/.mcp.json", "claude-code", "bare", """{"bare": {"type": "http", "url": "«remote:bare url|https://h»"}}""" },
        { "tools.json", "generic", "t", """
            {"mcpServers": {"t": {"command": "node", "args": ["«launch:t args|s.js»"], "tools": {"add": {"name": "add", "description": "«tool:add description|Adds.»"}}}}}
            """ },
    };

    [Theory]
    [MemberData(nameof(Configurations))]
    public void KnowsTheClientItsServersAndWhereEachValueStands(string path, string client, string servers, string marked)
    {
        var config = new MarkedConfig(path, marked);

        config.Model.ShouldNotBeNull();
        config.Model.Kind.ShouldBe("client-config/" + client);
        config.Servers.ShouldBe(servers);
        config.Model.Servers.ShouldAllBe(server => server.IsInstalledTogether);
        config.ShouldHoldItsMarks();
    }
}
