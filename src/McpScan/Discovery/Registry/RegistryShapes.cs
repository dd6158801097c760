using McpScan.Syntax;

namespace McpScan.Discovery.Registry;

/// <summary>Tells documents of the MCP registry by their shape, in the snake case of 2025-07-09 and the camel case since.</summary>
internal static class RegistryShapes
{
    /// <summary>Whether a node is a <c>server.json</c> or a Server Card.</summary>
    public static bool IsServer(DataNode node)
    {
        if (node is not ObjectNode || node["name"] is not ScalarNode)
        {
            return false;
        }

        var schema = node["$schema"]?.AsString() ?? "";
        return schema.Contains("/server.schema.json", StringComparison.Ordinal)
            || schema.Contains("/server-card.schema.json", StringComparison.Ordinal)
            || node["version_detail"] is ObjectNode
            || HasPackages(node["packages"])
            || (node["remotes"] is ArrayNode { Items: [var remote, ..] } && remote["url"] is ScalarNode)
            || (node["description"] is ScalarNode && IsRegistryName(node["name"]!.AsString() ?? ""));
    }

    /// <summary>Whether a node wraps a server with what the registry adds: <c>{server, _meta}</c>.</summary>
    public static bool IsWrapped(DataNode node) => node["server"] is ObjectNode server && node["tools"] is null && IsServer(server);

    /// <summary>Whether a name has the registry's form: a reverse domain name, a slash and a name.</summary>
    private static bool IsRegistryName(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash == name.LastIndexOf('/') && name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < slash && name[0] != '@';
    }

    private static bool HasPackages(DataNode? packages) =>
        packages is ArrayNode { Items: [var first, ..] }
        && (first["registryType"] ?? first["registry_type"] ?? first["registry_name"]) is ScalarNode;
}
