using McpScan.Discovery.Recognisers;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Discovery.Registry;

/// <summary>Models a <c>server.json</c> of any schema version, or a Server Card, which has the same members without packages.</summary>
internal static class RegistryServerModeler
{
    private const string OfficialMeta = "io.modelcontextprotocol.registry/official";

    private const string PublisherMeta = "io.modelcontextprotocol.registry/publisher-provided";

    /// <summary>Adds all members of the document to the draft.</summary>
    public static void Add(DataNode document, ServerDraft server)
    {
        foreach (var member in document.Members)
        {
            Add(member, server);
        }

        if (server.Name is { } name)
        {
            server.AddIdentity("registry:" + name.Value);
        }
    }

    /// <summary>Adds what the registry itself says of a server.</summary>
    public static void AddMeta(DataNode meta, ServerDraft server)
    {
        foreach (var member in meta.Members)
        {
            if (member.Name.Value == OfficialMeta && member.Value is ObjectNode)
            {
                foreach (var part in member.Value.Members)
                {
                    server.Entries.AddOptional(part.Name.Value == "status" ? ServerFields.Status : ServerFields.Meta, part.Value, part.Name);
                }
            }
            else if (member.Name.Value == PublisherMeta && member.Value is ObjectNode)
            {
                foreach (var part in member.Value.Members)
                {
                    AddPublisherMeta(part, server);
                }
            }
            else
            {
                AddUnknownMeta(member, server);
            }
        }
    }

    private static void AddPublisherMeta(DataMember member, ServerDraft server)
    {
        if (member.Name.Value == ToolHiveServers.PublisherKey && member.Value is ObjectNode)
        {
            ToolHiveServers.AddExtensions(server, member.Value);
        }
        else
        {
            AddUnknownMeta(member, server);
        }
    }

    private static void AddUnknownMeta(DataMember member, ServerDraft server)
    {
        server.Entries.Add(ServerFields.Meta, member.Name, member.Name);
        server.Entries.AddOptional(ServerFields.Meta, member.Value, member.Name);
    }

    private static void Add(DataMember member, ServerDraft server)
    {
        var value = member.Value;
        switch (member.Name.Value)
        {
            case "name":
                server.SetName(value);
                break;
            case "version":
                server.SetVersion(value);
                break;
            case "version_detail" when value is ObjectNode:
                AddVersionDetail(value, server);
                break;
            case "title":
                server.Entries.AddOptional(ServerFields.Title, value);
                break;
            case "description":
                server.Entries.AddOptional(ServerFields.Description, value);
                break;
            case "status":
                server.Entries.AddOptional(ServerFields.Status, value);
                break;
            case "websiteUrl" or "website_url":
                server.Entries.AddOptional(ServerFields.WebsiteUrl, value);
                break;
            case "repository" when value is ObjectNode:
                AddRepository(value, server);
                break;
            case "$schema":
                server.Entries.AddOptional(ServerFields.Schema, value);
                break;
            case "icons" when value is ArrayNode:
                IconModeler.Add(value, ServerFields.IconSource, ServerFields.Other, server.Entries);
                break;
            case "_meta" when value is ObjectNode:
                AddMeta(value, server);
                break;
            case "packages" when value is ArrayNode:
                foreach (var package in value.Items)
                {
                    RegistryPackageModeler.Add(package, server);
                }

                break;
            case "remotes" when value is ArrayNode:
                foreach (var remote in value.Items)
                {
                    RegistryRemoteModeler.Add(remote, server);
                }

                break;
            case "tools" when value is ArrayNode:
                server.AddTools(value);
                break;
            default:
                server.AddUnknown(member);
                break;
        }
    }

    private static void AddVersionDetail(DataNode detail, ServerDraft server)
    {
        foreach (var member in detail.Members)
        {
            if (member.Name.Value == "version")
            {
                server.SetVersion(member.Value);
            }
            else
            {
                server.Entries.AddOptional(ServerFields.Other, member.Value, member.Name);
            }
        }
    }

    private static void AddRepository(DataNode repository, ServerDraft server)
    {
        foreach (var member in repository.Members)
        {
            var field = member.Name.Value switch
            {
                "url" => ServerFields.RepositoryUrl,
                "source" => ServerFields.RepositorySource,
                _ => ServerFields.Other,
            };
            server.Entries.AddOptional(field, member.Value, member.Name);
        }
    }
}
