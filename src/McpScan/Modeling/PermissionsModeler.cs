using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>Fills the <see cref="PermissionsFields"/> from a permission profile of ToolHive: <c>{name, read, write, network, privileged}</c>.</summary>
public static class PermissionsModeler
{
    /// <summary>The profile as a draft, with <c>permissions:<paramref name="localName"/></c> as its local id.</summary>
    /// <param name="localName">What to call it where it has no name.</param>
    /// <param name="profile">The profile; the name of a built-in profile is a string.</param>
    /// <param name="anchor">Where to point.</param>
    /// <param name="notices">Takes what a bound cut off.</param>
    public static SubjectDraft Draft(string localName, DataNode profile, DataNode anchor, ImmutableArray<Notice>.Builder notices)
    {
        var entries = new EntryCollector(profile, notices);
        if (profile is ScalarNode)
        {
            entries.AddOptional(PermissionsFields.Name, profile);
        }

        foreach (var member in profile.Members)
        {
            switch (member.Name.Value)
            {
                case "network" when member.Value is ObjectNode:
                    AddNetwork(entries, member.Value);
                    break;
                default:
                    entries.AddOptional(FieldOf(member.Name.Value), member.Value);
                    break;
            }
        }

        var name = profile["name"]?.AsString() ?? localName;
        return new SubjectDraft(SubjectKind.Permissions, "permissions:" + name, new Untrusted(name), anchor, profile, entries.ToEntries());
    }

    private static Field FieldOf(string member) => member switch
    {
        "name" => PermissionsFields.Name,
        "read" => PermissionsFields.Read,
        "write" => PermissionsFields.Write,
        "network" => PermissionsFields.NetworkMode,
        "privileged" => PermissionsFields.Privileged,
        _ => PermissionsFields.Other,
    };

    private static void AddNetwork(EntryCollector entries, DataNode network)
    {
        foreach (var member in network.Members)
        {
            switch (member.Name.Value)
            {
                case "mode":
                    entries.AddOptional(PermissionsFields.NetworkMode, member.Value);
                    break;
                case "outbound" when member.Value is ObjectNode:
                    foreach (var rule in member.Value.Members)
                    {
                        entries.AddOptional(OutboundField(rule.Name.Value), rule.Value);
                    }

                    break;
                case "inbound" when member.Value is ObjectNode:
                    foreach (var rule in member.Value.Members)
                    {
                        entries.AddOptional(rule.Name.Value == "allow_host" ? PermissionsFields.InboundHost : PermissionsFields.Other, rule.Value);
                    }

                    break;
                default:
                    entries.AddOptional(PermissionsFields.Other, member.Value);
                    break;
            }
        }
    }

    private static Field OutboundField(string member) => member switch
    {
        "insecure_allow_all" => PermissionsFields.AllowAll,
        "allow_host" => PermissionsFields.AllowHost,
        "allow_port" => PermissionsFields.AllowPort,
        _ => PermissionsFields.Other,
    };
}
