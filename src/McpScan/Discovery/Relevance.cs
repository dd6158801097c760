using System.Buffers;
using McpScan.Discovery.Captures;

namespace McpScan.Discovery;

/// <summary>Decides whether a text that cannot be parsed may have been meant as an artifact of MCP. In doubt it may.</summary>
internal static class Relevance
{
    /// <summary>
    /// Every artifact that a recogniser knows has one of these in its text, whatever the case. A NUL or an escape may spell one in another way.
    /// </summary>
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [
            "mcp", "tools", "prompts", "servers", "extensions", "inputSchema", "jsonrpc", "protocolVersion", "serverInfo", "resourceTemplates",
            "startCommand", "commandFunction", "outbound", "inbound", "hooks", "permissions", "per_user", "per_tool", "event_type", "\0", "\\u00", "\\x",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Words that are common by themselves and tell only together, as in a resources/list or a permission profile.</summary>
    private static readonly (string One, string Other)[] Pairs = [("resources", "uri"), ("read", "write"), ("command", "args")];

    /// <param name="path">The path as reports print it.</param>
    /// <param name="text">The whole text.</param>
    public static bool MayConcernMcp(string path, string text)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (HasTellingName(name) || text.AsSpan().ContainsAny(Signs))
        {
            return true;
        }

        foreach (var (one, other) in Pairs)
        {
            if (text.Contains(one, StringComparison.OrdinalIgnoreCase) && text.Contains(other, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasTellingName(string name) =>
        name.Contains("mcp", StringComparison.OrdinalIgnoreCase) || CaptureNames.IsGeneric(name)
        || CaptureNames.Stem(name).ToLowerInvariant() is "package" or "pyproject" or "smithery" or "settings" or "capgate"
        || FileFormats.OfName(name) is FileFormat.Xml or FileFormat.Dockerfile;
}
