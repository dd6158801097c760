using McpScan.Syntax;

namespace McpScan.Modeling;

/// <summary>Fills the <see cref="ServerFields"/> from what a server says of itself in the protocol.</summary>
public static class ServerInfoModeler
{
    /// <summary>Adds an <c>Implementation</c>: name, title, version, description, website, icons.</summary>
    public static void AddImplementation(DataNode info, EntryCollector entries)
    {
        if (info is ScalarNode)
        {
            entries.Add(ServerFields.Name, info);
            return;
        }

        foreach (var member in info.Members)
        {
            var field = member.Name.Value switch
            {
                "name" => ServerFields.Name,
                "title" or "displayName" or "display_name" => ServerFields.Title,
                "version" => ServerFields.Version,
                "description" => ServerFields.Description,
                "instructions" => ServerFields.Instructions,
                "websiteUrl" or "website_url" => ServerFields.WebsiteUrl,
                _ => null,
            };
            if (field is not null)
            {
                entries.AddScalars(field, member.Value);
            }
            else if (member.Name.Value == "icons" && member.Value is ArrayNode)
            {
                IconModeler.Add(member.Value, ServerFields.IconSource, ServerFields.Other, entries);
            }
            else
            {
                AddUnknown(member, entries);
            }
        }
    }

    /// <summary>Adds an <c>InitializeResult</c> or a <c>DiscoverResult</c>, without its server info.</summary>
    public static void AddHandshake(DataMember member, EntryCollector entries)
    {
        switch (member.Name.Value)
        {
            case "protocolVersion" or "supportedVersions":
                entries.AddScalars(ServerFields.ProtocolVersion, member.Value);
                break;
            case "instructions":
                entries.AddScalars(ServerFields.Instructions, member.Value);
                break;
            case "capabilities":
                AddCapabilities(member.Value, entries);
                break;
            case "_meta":
                entries.AddScalars(ServerFields.Meta, member.Value, member.Name);
                break;
            case "resultType" or "ttlMs" or "cacheScope":
                break;
            default:
                AddUnknown(member, entries);
                break;
        }
    }

    /// <summary>Adds each declared capability under its name; the value is what was declared.</summary>
    public static void AddCapabilities(DataNode capabilities, EntryCollector entries)
    {
        foreach (var capability in capabilities.Members)
        {
            entries.Add(ServerFields.Capability, capability.Value, capability.Name);
        }
    }

    /// <summary>Adds a member that no format defines.</summary>
    public static void AddUnknown(DataMember member, EntryCollector entries)
    {
        entries.Add(ServerFields.Other, member.Name, member.Name);
        entries.AddScalars(ServerFields.Other, member.Value, member.Name);
    }
}
