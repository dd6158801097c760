using McpScan.Modeling;

namespace McpScan.Discovery.Recognisers;

/// <summary>Which settings of clients matter, by their dotted paths. Settings of different clients share the table: their names do not clash.</summary>
internal static class ClientSettingFields
{
    /// <summary>The field that a setting fills, or null for one of no interest.</summary>
    public static Field? Of(string path) => path switch
    {
        // Claude Code
        "enableAllProjectMcpServers" or "enabledMcpjsonServers" or "allowedTools" or "hasTrustDialogAccepted" or "skipDangerousModePermissionPrompt"
            or "bypassPermissionsModeAccepted" or "dangerouslySkipPermissions" => ClientFields.AutoApprove,
        "permissions" or "allowedMcpServers" or "deniedMcpServers" => ClientFields.Permission,
        "hooks" or "plugin.hooks" => ClientFields.Hook,
        "apiKeyHelper" or "awsAuthRefresh" or "awsCredentialExport" or "gcpAuthRefresh" or "otelHeadersHelper" or "headersHelper" or "statusLine" or "subagentStatusLine"
            or "fileSuggestion" or "lspServers" or "monitors" or "channels" or "plugin.lspServers" or "plugin.monitors" or "plugin.channels" => ClientFields.Helper,
        "env" => ClientFields.Environment,
        "extraKnownMarketplaces" or "enabledPlugins" or "plugin.source" or "plugin.strict" or "plugin.version" => ClientFields.RegistrySource,

        // Visual Studio Code
        "chat.tools.autoApprove" or "chat.tools.global.autoApprove" or "chat.tools.terminal.autoApprove" or "chat.tools.edits.autoApprove" or "chat.tools.urls.autoApprove"
            or "chat.tools.eligibleForAutoApproval" or "chat.mcp.autostart" or "chat.mcp.discovery.enabled" or "chat.mcp.access" or "github.copilot.chat.agent.autoFix"
            => ClientFields.AutoApprove,
        "chat.mcp.gallery.serviceUrl" => ClientFields.RegistrySource,
        "terminal.integrated.env.osx" or "terminal.integrated.env.linux" or "terminal.integrated.env.windows" => ClientFields.Environment,

        // Gemini CLI
        "autoAccept" or "tools.autoAccept" or "general.defaultApprovalMode" or "defaultApprovalMode" or "tools.allowed" or "security.disableYoloMode"
            or "security.folderTrust.enabled" => ClientFields.AutoApprove,
        "mcp.allowed" or "mcp.excluded" or "tools.exclude" or "tools.core" or "allowMCPServers" or "excludeMCPServers" => ClientFields.Permission,
        "mcp.serverCommand" or "mcpServerCommand" or "tools.discoveryCommand" or "tools.callCommand" or "toolDiscoveryCommand" or "toolCallCommand" => ClientFields.Helper,

        // Codex
        "approval_policy" or "sandbox_mode" or "trust_level" or "default_permissions" => ClientFields.AutoApprove,
        "notify" => ClientFields.Hook,
        "shell_environment_policy.set" => ClientFields.Environment,

        // opencode, Zed, Goose, Amp, Amazon Q and Kiro
        "permission" or "toolsSettings" or "amp.permissions" or "agent.tool_permissions" => ClientFields.Permission,
        "agent.always_allow_tool_actions" or "GOOSE_MODE" or "config.GOOSE_MODE" or "amp.dangerouslyAllowAll" or "amp.mcpPermissions" or "autoApprove" or "alwaysAllow"
            or "trustedTools" or "trustedCommands" or "kiroAgent.trustedCommands" or "trust" => ClientFields.AutoApprove,
        "plugin" => ClientFields.RegistrySource,
        _ => null,
    };
}
