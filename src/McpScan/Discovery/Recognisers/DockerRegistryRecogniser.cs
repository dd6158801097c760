using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>A <c>server.yaml</c> of the Docker MCP registry: one server with its image or endpoint, its run options and what it must be given.</summary>
/// <remarks>The <c>tools.json</c> beside it is a captured list of tools, which joins the folder's server by itself.</remarks>
public sealed class DockerRegistryRecogniser : IRecogniser
{
    public string Kind => "docker-registry-entry";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.Document?.Root is not ObjectNode root || !IsEntry(artifact, root))
        {
            return null;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        var server = new ServerDraft(root, notices);
        foreach (var member in root.Members)
        {
            Add(server, member, root);
        }

        AddImage(server, root);
        return new ArtifactModel(Kind, [server.ToFragment(FragmentScope.Folder)], [], notices.ToImmutable());
    }

    private static bool IsEntry(Artifact artifact, ObjectNode root)
    {
        if (root["name"] is not ScalarNode || root["type"] is not ScalarNode { Value: "server" or "remote" or "poci" })
        {
            return false;
        }

        return artifact.FileName is "server.yaml" or "server.yml"
            || (root["about"] is ObjectNode && (root["image"] is ScalarNode || root["remote"] is ObjectNode || root["tools"] is ArrayNode));
    }

    private static void Add(ServerDraft server, DataMember member, ObjectNode root)
    {
        var entries = server.Entries;
        switch (member.Name.Value)
        {
            case "name":
                server.SetName(member.Value);
                break;
            case "about" when member.Value is ObjectNode:
                foreach (var part in member.Value.Members)
                {
                    DockerServers.AddAbout(server, part);
                }

                break;
            case "meta" or "requirement":
                entries.AddOptional(ServerFields.Other, member.Value);
                break;
            case "source" when member.Value is ObjectNode:
                entries.AddOptional(ServerFields.RepositoryUrl, member.Value["project"]);
                break;
            case "config" when member.Value is ObjectNode:
                DockerServers.AddConfig(server, member.Value);
                break;
            case "remote" when member.Value is ObjectNode:
                DockerServers.AddRemote(server, member, root["oauth"]);
                break;
            case "oauth" when member.Value is ArrayNode:
                DockerServers.AddOAuthInputs(server, member.Value);
                break;
            case "tools" when member.Value is ArrayNode:
                DockerServers.AddTools(server, member.Value);
                break;
            case "image" or "type" or "run" or "longLived" or "dynamic":
                break;
            default:
                server.AddUnknown(member);
                break;
        }
    }

    private static void AddImage(ServerDraft server, ObjectNode root)
    {
        if (root["image"] is ScalarNode { Kind: ScalarKind.String } image)
        {
            var more = new EntryCollector(root, server.Notices);
            foreach (var fact in root["source"] is ObjectNode source ? source.Members : [])
            {
                more.AddOptional(SourceField(fact.Name.Value), fact.Value);
            }

            server.AddIdentity(new PackageImage(image).Identity);
            server.Subjects.Add(new PackageImage(image).ToPackage(root, more.ToEntries()));
        }

        if ((root["run"] ?? root["image"]) is not null && server.Name is { } name)
        {
            DockerServers.AddLaunch(server, root, root["run"] as ObjectNode, root["config"]?["env"], name);
        }
    }

    private static Field SourceField(string member) => member switch
    {
        "project" or "upstream" => PackageFields.RepositoryUrl,
        "commit" => PackageFields.RepositoryCommit,
        _ => PackageFields.Other,
    };
}
