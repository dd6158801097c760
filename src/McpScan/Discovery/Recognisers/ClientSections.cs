using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Discovery.Recognisers;

/// <summary>A map or list of server entries within a client configuration.</summary>
/// <param name="Key">The key that holds it, or the first name of a bare map.</param>
/// <param name="Servers">The entries.</param>
internal sealed record ClientSection(ScalarNode Key, DataNode Servers)
{
    /// <summary>Where the servers of a file belong to several projects, the project, for their names to stay apart.</summary>
    public ScalarNode? Project { get; init; }
}

/// <summary>Finds the server entries of a configuration by its root keys.</summary>
internal static class ClientSections
{
    /// <summary>Every section, in document order; none where this is no client configuration.</summary>
    public static ImmutableArray<ClientSection> Find(DataNode root, Artifact artifact)
    {
        var sections = ImmutableArray.CreateBuilder<ClientSection>();
        foreach (var member in root.Members)
        {
            AddMember(sections, member, artifact);
        }

        if (sections.Count == 0 && IsBareMap(root, artifact))
        {
            sections.Add(new ClientSection(root.Members[0].Name, root));
        }

        return sections.ToImmutable();
    }

    private static void AddMember(ImmutableArray<ClientSection>.Builder sections, DataMember member, Artifact artifact)
    {
        var (name, value) = (member.Name.Value, member.Value);
        switch (name)
        {
            case "mcpServers" or "mcp_servers" or "context_servers" or "mcp-servers" or "mcpservers":
                Add(sections, member);
                break;
            case "servers" when LooksLikeServers(value) || (value.Members.IsEmpty && value is ObjectNode && IsNamedForMcp(artifact)):
                Add(sections, member);
                break;
            case "mcp" when value is ObjectNode:
                AddMcp(sections, member);
                break;
            case "extensions" when LooksLikeExtensions(value):
                Add(sections, member);
                break;
            case "config" when value["extensions"] is { } extensions && LooksLikeExtensions(extensions):
                Add(sections, Member(value, "extensions"));
                break;
            case "projects":
                foreach (var project in value.Members)
                {
                    if (Member(project.Value, "mcpServers") is { Value: ObjectNode } servers)
                    {
                        sections.Add(new ClientSection(servers.Name, servers.Value) { Project = project.Name });
                    }
                }

                break;
            case "plugins":
                AddPlugins(sections, value);
                break;
            case "customizations" when value["vscode"] is { } vscode:
                if (Member(vscode, "mcp") is { Value: ObjectNode } mcp)
                {
                    AddMcp(sections, mcp);
                }

                foreach (var setting in vscode["settings"] is { } settings ? settings.Members : [])
                {
                    AddMember(sections, setting, artifact);
                }

                break;
            default:
                if (name.EndsWith(".mcpServers", StringComparison.Ordinal) || name is "mcp.servers" or "chat.mcp.servers")
                {
                    Add(sections, member);
                }

                break;
        }
    }

    private static void AddMcp(ImmutableArray<ClientSection>.Builder sections, DataMember mcp)
    {
        if ((Member(mcp.Value, "servers") ?? Member(mcp.Value, "mcpServers")) is { Value: ObjectNode } inner)
        {
            Add(sections, inner);
        }
        else if (LooksLikeServers(mcp.Value))
        {
            Add(sections, mcp);
        }
    }

    // A marketplace lists its plugins, Codex keeps a map of them; each may bring servers.
    private static void AddPlugins(ImmutableArray<ClientSection>.Builder sections, DataNode plugins)
    {
        foreach (var plugin in plugins.Items)
        {
            Add(sections, Member(plugin, "mcpServers"));
        }

        foreach (var plugin in plugins.Members)
        {
            Add(sections, Member(plugin.Value, "mcp_servers"));
        }
    }

    private static void Add(ImmutableArray<ClientSection>.Builder sections, DataMember? member)
    {
        if (member?.Value is ObjectNode or ArrayNode or ScalarNode { Kind: ScalarKind.String or ScalarKind.Null })
        {
            sections.Add(new ClientSection(member.Name, member.Value));
        }
    }

    private static DataMember? Member(DataNode node, string name) => (node as ObjectNode)?.Find(name);

    private static bool LooksLikeServers(DataNode servers)
    {
        foreach (var server in servers.Members)
        {
            if (LooksLikeServer(server.Value))
            {
                return true;
            }
        }

        return false;
    }

    // An image or packages mark the entry of a registry, which is another format.
    private static bool LooksLikeServer(DataNode server)
    {
        if (server is not ObjectNode || server["image"] is not null || server["packages"] is not null)
        {
            return false;
        }

        foreach (var member in server.Members)
        {
            if (member.Name.Value == "command" || (RemoteModeler.IsUrlKey(member.Name.Value) && member.Value is ScalarNode))
            {
                return true;
            }
        }

        return false;
    }

    private static bool LooksLikeExtensions(DataNode extensions)
    {
        foreach (var extension in extensions.Members)
        {
            if (extension.Value["cmd"] is not null || extension.Value["uri"] is not null
                || extension.Value["type"]?.AsString() is "builtin" or "platform" or "stdio" or "sse" or "streamable_http" or "frontend" or "inline_python")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBareMap(DataNode root, Artifact artifact)
    {
        if (root.Members.IsEmpty || !IsNamedForMcp(artifact))
        {
            return false;
        }

        foreach (var member in root.Members)
        {
            if (member.Name.Value != "$schema" && !LooksLikeServer(member.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNamedForMcp(Artifact artifact) => artifact.FileName.Contains("mcp", StringComparison.OrdinalIgnoreCase);
}
