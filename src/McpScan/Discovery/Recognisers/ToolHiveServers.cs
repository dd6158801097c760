using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Modeling.Launching;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>An entry of a ToolHive registry as a server: image or endpoint, permissions, variables, tools.</summary>
internal static class ToolHiveServers
{
    public static ServerFragment ToFragment(ScalarNode key, ObjectNode entry, string entryName, ImmutableArray<Notice>.Builder notices)
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
            AddImage(server, entry, image);
        }

        if (entry["url"] is ScalarNode)
        {
            AddRemote(server, entry);
        }

        return server.ToFragment(FragmentScope.Entry, entryName);
    }

    /// <summary>The key of ToolHive among what publishers add to a <c>server.json</c>.</summary>
    public const string PublisherKey = "io.github.stacklok";

    /// <summary>Adds what ToolHive knows of each image or endpoint of a <c>server.json</c>, by its reference or address.</summary>
    public static void AddExtensions(ServerDraft server, DataNode extensions)
    {
        foreach (var extension in extensions.Members)
        {
            if (extension.Value is not ObjectNode entry)
            {
                server.AddUnknown(extension);
                continue;
            }

            foreach (var member in entry.Members)
            {
                switch (member.Name.Value)
                {
                    case "oauth_config" when member.Value is ObjectNode:
                        var oauth = new EntryCollector(entry, server.Notices);
                        AddOAuth(oauth, member.Value);
                        server.Subjects.Add(new SubjectDraft(SubjectKind.Remote, "remote:" + extension.Name.Value, new Untrusted(extension.Name.Value), member.Name, entry, oauth.ToEntries()));
                        break;
                    case "args" or "provenance" or "docker_tags" or "metadata":
                        server.Entries.AddTexts(ServerFields.Meta, member.Value, member.Name);
                        break;
                    default:
                        Add(server, member, entry);
                        break;
                }
            }
        }
    }

    private static void AddOAuth(EntryCollector remote, DataNode oauth)
    {
        remote.Add(RemoteFields.OAuth, oauth);
        foreach (var member in oauth.Members)
        {
            remote.AddOptional(OAuthField(member.Name.Value), member.Value);
        }
    }

    private static void Add(ServerDraft server, DataMember member, ObjectNode entry)
    {
        var entries = server.Entries;
        switch (member.Name.Value)
        {
            case "name":
                server.SetName(member.Value);
                break;
            case "title":
                entries.AddOptional(ServerFields.Title, member.Value);
                break;
            case "description" or "overview":
                entries.AddOptional(ServerFields.Description, member.Value);
                break;
            case "status":
                entries.AddOptional(ServerFields.Status, member.Value);
                break;
            case "repository_url":
                entries.AddOptional(ServerFields.RepositoryUrl, member.Value);
                break;
            case "custom_metadata":
                entries.AddOptional(ServerFields.Meta, member.Value);
                break;
            case "tool_definitions":
                server.AddTools(member.Value);
                break;
            case "tools":
                AddToolNames(server, member.Value, entry["tool_definitions"]);
                break;
            case "permissions":
                server.Subjects.Add(PermissionsModeler.Draft(server.Name?.Value ?? "permissions", member.Value, member.Name, server.Notices));
                break;
            case "env_vars":
                AddInputs(server, member.Value, "env");
                break;
            case "headers":
                AddInputs(server, member.Value, "header");
                break;
            case "image" or "url" or "transport" or "args" or "target_port" or "proxy_port" or "oauth_config" or "provenance" or "docker_tags" or "stateless" or "metadata":
                break;
            case "tier" or "tags":
                entries.AddOptional(ServerFields.Other, member.Value);
                break;
            default:
                server.AddUnknown(member);
                break;
        }
    }

    /// <summary>Names of tools whose definitions the entry does not hold.</summary>
    private static void AddToolNames(ServerDraft server, DataNode names, DataNode? definitions)
    {
        HashSet<string> defined = new(StringComparer.Ordinal);
        foreach (var definition in definitions is ArrayNode ? definitions.Items : [])
        {
            if (definition["name"]?.AsString() is { } name)
            {
                defined.Add(name);
            }
        }

        foreach (var item in names.Items)
        {
            if (item.AsString() is not { } name || !defined.Contains(name))
            {
                server.Entries.AddOptional(ServerFields.ToolName, item, item as ScalarNode);
            }
        }
    }

    private static void AddInputs(ServerDraft server, DataNode list, string role)
    {
        foreach (var item in list.Items)
        {
            if (item["name"] is ScalarNode name)
            {
                server.Subjects.Add(InputModeler.Draft(role, name, item, server.Notices));
            }
            else
            {
                server.Entries.AddOptional(ServerFields.Other, item);
            }
        }

        if (list is not ArrayNode)
        {
            server.Entries.AddOptional(ServerFields.Other, list);
        }
    }

    private static void AddImage(ServerDraft server, ObjectNode entry, ScalarNode image)
    {
        var reference = new PackageImage(image);
        var more = new EntryCollector(entry, server.Notices);
        more.AddOptional(PackageFields.Transport, entry["transport"]);
        foreach (var fact in entry["provenance"] is ObjectNode provenance ? provenance.Members : [])
        {
            more.AddOptional(fact.Name.Value == "repository_uri" ? PackageFields.RepositoryUrl : PackageFields.Other, fact.Value);
        }

        more.AddOptional(PackageFields.Other, entry["docker_tags"]);
        server.AddIdentity(reference.Identity);
        server.Subjects.Add(reference.ToPackage(entry, more.ToEntries()));

        var others = new EntryCollector(entry, server.Notices);
        reference.AddTo(others);
        others.AddOptional(LaunchFields.Transport, entry["transport"]);
        others.AddOptional(LaunchFields.Port, entry["target_port"]);
        others.AddOptional(LaunchFields.Port, entry["proxy_port"]);
        var spec = new LaunchSpec { Definition = entry, Anchor = image, Arguments = LaunchParts.Scalars(entry["args"]), Others = others.ToEntries() };
        server.Subjects.Add(LaunchModeler.Draft(server.Name?.Value ?? "image", spec));
    }

    private static void AddRemote(ServerDraft server, ObjectNode entry)
    {
        var entries = new EntryCollector(entry, server.Notices);
        entries.AddOptional(RemoteFields.Url, entry["url"]);
        entries.AddOptional(RemoteFields.Transport, entry["transport"]);
        if (entry["oauth_config"] is { } oauth)
        {
            AddOAuth(entries, oauth);
        }

        var name = server.Name?.Value ?? "remote";
        server.Subjects.Add(new SubjectDraft(SubjectKind.Remote, "remote:" + name, new Untrusted(name), entry["url"]!, entry, entries.ToEntries()));
    }

    private static Field OAuthField(string member) => member switch
    {
        "issuer" => RemoteFields.OAuthIssuer,
        "client_id" => RemoteFields.OAuthClientId,
        "client_secret" => RemoteFields.OAuthClientSecret,
        "scopes" => RemoteFields.OAuthScope,
        _ => RemoteFields.Other,
    };
}
