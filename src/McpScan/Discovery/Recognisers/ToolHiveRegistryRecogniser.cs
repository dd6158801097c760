using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>A ToolHive registry: <c>servers</c> are container images, <c>remote_servers</c> endpoints, <c>groups</c> hold both. Each is a server of its own.</summary>
public sealed class ToolHiveRegistryRecogniser : IRecogniser
{
    public string Kind => "toolhive-registry";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.Document?.Root is not ObjectNode root || !IsRegistry(root))
        {
            return null;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        var fragments = ImmutableArray.CreateBuilder<ServerFragment>();
        AddServers(root, "", fragments, notices);
        foreach (var group in root["groups"] is { } groups ? groups.Items : [])
        {
            AddServers(group, (group["name"]?.AsString() ?? "group") + "/", fragments, notices);
        }

        return new ArtifactModel(Kind, fragments.ToImmutable(), [], notices.ToImmutable());
    }

    // A client configuration has 'servers' as well; its entries have a command, those of a registry an image, a tier or tool definitions.
    private static bool IsRegistry(ObjectNode root)
    {
        if (root["remote_servers"] is ObjectNode)
        {
            return true;
        }

        foreach (var group in root["groups"] is { } groups ? groups.Items : [])
        {
            if (IsServers(group["servers"]) || group["remote_servers"] is ObjectNode)
            {
                return true;
            }
        }

        return IsServers(root["servers"]);
    }

    private static bool IsServers(DataNode? servers)
    {
        foreach (var server in servers is ObjectNode ? servers.Members : [])
        {
            if (server.Value["image"] is ScalarNode && server.Value["command"] is null
                && (server.Value["transport"] ?? server.Value["tier"] ?? server.Value["permissions"] ?? server.Value["tool_definitions"] ?? server.Value["env_vars"]) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static void AddServers(DataNode holder, string prefix, ImmutableArray<ServerFragment>.Builder fragments, ImmutableArray<Notice>.Builder notices)
    {
        foreach (var list in (ReadOnlySpan<string>)["servers", "remote_servers"])
        {
            foreach (var member in holder[list] is ObjectNode servers ? servers.Members : [])
            {
                if (member.Value is ObjectNode entry)
                {
                    fragments.Add(ToolHiveServers.ToFragment(member.Name, entry, prefix + member.Name.Value, notices));
                }
                else
                {
                    notices.Add(Notice.At(NoticeSeverity.Error, member.Value.Source, member.Value.Span, "This registry entry is not an object, so its server was not examined."));
                }
            }
        }
    }
}
