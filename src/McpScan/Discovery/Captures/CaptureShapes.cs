using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Discovery.Captures;

/// <summary>Tells captured results of MCP from other data by their shape.</summary>
internal static class CaptureShapes
{
    /// <summary>Whether a node is a list, or a map by name, in which at least one element is a tool.</summary>
    public static bool HasTools(DataNode? node)
    {
        if (node is null)
        {
            return false;
        }

        foreach (var item in node.Items)
        {
            if (ToolModeler.LooksLikeTool(item))
            {
                return true;
            }
        }

        foreach (var member in node.Members)
        {
            if (member.Value is ObjectNode tool && ToolModeler.HasSchema(tool) && (tool["description"] is ScalarNode || tool["name"] is ScalarNode))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a node is a list of prompts: names, and arguments or descriptions.</summary>
    public static bool HasPrompts(DataNode? node)
    {
        foreach (var item in node is null ? [] : node.Items)
        {
            if (item["name"] is ScalarNode && (item["arguments"] is ArrayNode || item["description"] is ScalarNode || item["title"] is ScalarNode))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a node is a list of resources or of resource templates.</summary>
    public static bool HasResources(DataNode? node)
    {
        foreach (var item in node is null ? [] : node.Items)
        {
            if (item["uri"] is ScalarNode || item["uriTemplate"] is ScalarNode)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a node is an <c>initialize</c> or a <c>server/discover</c> result.</summary>
    public static bool IsHandshake(DataNode node) =>
        node["serverInfo"] is ObjectNode
        || (node["capabilities"] is ObjectNode && (node["protocolVersion"] is ScalarNode || node["supportedVersions"] is ArrayNode));

    /// <summary>Whether a node is a JSON-RPC message.</summary>
    public static bool IsMessage(DataNode node) => node["jsonrpc"] is ScalarNode;

    /// <summary>Whether a node is a whole server: info or a name beside its tools.</summary>
    public static bool IsServer(DataNode node) => node is ObjectNode && (HasTools(node["tools"]) || (node["tools"] is ArrayNode && (node["server"] ?? node["serverInfo"]) is ObjectNode));
}
