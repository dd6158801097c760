using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>A Docker MCP catalog: <c>registry</c> maps names to servers, each a server of its own.</summary>
public sealed class DockerCatalogRecogniser : IRecogniser
{
    public string Kind => "docker-catalog";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.Document?.Root is not ObjectNode root || root["registry"] is not ObjectNode registry || !IsCatalog(registry))
        {
            return null;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        var fragments = ImmutableArray.CreateBuilder<ServerFragment>(registry.Members.Length);
        foreach (var member in registry.Members)
        {
            if (member.Value is ObjectNode entry)
            {
                fragments.Add(ToFragment(member.Name, entry, notices));
            }
            else
            {
                notices.Add(Notice.At(NoticeSeverity.Error, member.Value.Source, member.Value.Span, "This catalog entry is not an object, so its server was not examined."));
            }
        }

        return new ArtifactModel(Kind, fragments.ToImmutable(), [], notices.ToImmutable());
    }

    private static bool IsCatalog(ObjectNode registry)
    {
        foreach (var member in registry.Members)
        {
            if (member.Value["image"] is ScalarNode || member.Value["remote"] is ObjectNode || member.Value["type"] is ScalarNode { Value: "server" or "remote" or "poci" })
            {
                return true;
            }
        }

        return false;
    }

    private static ServerFragment ToFragment(ScalarNode key, ObjectNode entry, ImmutableArray<Notice>.Builder notices)
    {
        var server = new ServerDraft(entry, notices);
        if (entry["name"] is not ScalarNode)
        {
            server.SetName(key);
        }

        foreach (var member in entry.Members)
        {
            Add(server, member, entry);
        }

        if (entry["image"] is ScalarNode { Kind: ScalarKind.String } image)
        {
            var more = new EntryCollector(entry, notices);
            more.AddOptional(PackageFields.RepositoryUrl, entry["source"] as ScalarNode);
            more.AddOptional(PackageFields.License, entry["metadata"]?["license"]);
            server.AddIdentity(new PackageImage(image).Identity);
            server.Subjects.Add(new PackageImage(image).ToPackage(entry, more.ToEntries()));
            DockerServers.AddLaunch(server, entry, entry, entry["env"], server.Name ?? key);
        }

        return server.ToFragment(FragmentScope.Entry, key.Value);
    }

    private static void Add(ServerDraft server, DataMember member, ObjectNode entry)
    {
        var entries = server.Entries;
        switch (member.Name.Value)
        {
            case "name":
                server.SetName(member.Value);
                break;
            case "title" or "description" or "icon":
                DockerServers.AddAbout(server, member);
                break;
            case "readme":
                entries.AddOptional(ServerFields.WebsiteUrl, member.Value);
                break;
            case "source" or "upstream":
                entries.AddOptional(ServerFields.RepositoryUrl, member.Value);
                break;
            case "metadata" when member.Value is ObjectNode:
                foreach (var fact in member.Value.Members)
                {
                    entries.AddOptional(MetadataField(fact.Name.Value), fact.Value);
                }

                break;
            case "remote" when member.Value is ObjectNode:
                DockerServers.AddRemote(server, member, entry["oauth"]);
                break;
            case "sseEndpoint":
                DockerServers.AddRemote(server, member, entry["oauth"]);
                break;
            case "oauth" when member.Value is ObjectNode:
                DockerServers.AddOAuthInputs(server, member.Value["providers"]);
                break;
            case "secrets" or "env":
                DockerServers.AddInputs(server, member);
                break;
            case "config" when member.Value is ArrayNode:
                foreach (var schema in member.Value.Items)
                {
                    ConfigSchema.AddInputs(server, schema, null);
                }

                break;
            case "tools" when member.Value is ArrayNode:
                DockerServers.AddTools(server, member.Value);
                break;
            case "image" or "type" or "command" or "volumes" or "user" or "disableNetwork" or "allowHosts" or "extraHosts" or "longLived" or "dateAdded" or "ref" or "toolsUrl":
                break;
            case "prefix" or "policy" or "prompts" or "resources":
                entries.AddOptional(ServerFields.Other, member.Value);
                break;
            default:
                server.AddUnknown(member);
                break;
        }
    }

    private static Field MetadataField(string member) => member switch
    {
        "license" => ServerFields.License,
        "owner" => ServerFields.Publisher,
        _ => ServerFields.Other,
    };
}
