using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>The card that sites serve at <c>/.well-known/mcp.json</c> since SEP-1649: server info, an endpoint and, unlike a Server Card, definitions of tools.</summary>
public sealed class WellKnownCardRecogniser : IRecogniser
{
    public string Kind => "well-known-card";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.Document?.Root is not ObjectNode root || (root["serverInfo"] ?? root["server_info"]) is not ObjectNode info
            || (root["transport"] ?? root["endpoint"] ?? root["endpoints"] ?? root["authentication"]) is null)
        {
            return null;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        var server = new ServerDraft(root, notices);
        foreach (var member in root.Members)
        {
            Add(member, info, server);
        }

        return new ArtifactModel(Kind, [server.ToFragment(FragmentScope.Folder)], [], notices.ToImmutable());
    }

    private static void Add(DataMember member, DataNode info, ServerDraft server)
    {
        var value = member.Value;
        switch (member.Name.Value)
        {
            case "serverInfo" or "server_info" when ReferenceEquals(value, info):
                AddInfo(info, server);
                break;
            case "protocolVersion" or "protocol_version" or "supportedVersions":
                server.Entries.AddOptional(ServerFields.ProtocolVersion, value);
                break;
            case "description":
                server.Entries.AddOptional(ServerFields.Description, value);
                break;
            case "instructions":
                server.Entries.AddOptional(ServerFields.Instructions, value);
                break;
            case "documentationUrl" or "documentation_url":
                server.Entries.AddOptional(ServerFields.WebsiteUrl, value);
                break;
            case "iconUrl" or "icon_url":
                server.Entries.AddOptional(ServerFields.IconSource, value);
                break;
            case "$schema":
                server.Entries.AddOptional(ServerFields.Schema, value);
                break;
            case "capabilities" when value is ObjectNode:
                ServerInfoModeler.AddCapabilities(value, server.Entries);
                break;
            case "_meta":
                server.Entries.AddOptional(ServerFields.Meta, value);
                break;
            case "transport" or "endpoint":
                AddRemote(value, server);
                break;
            case "tools" or "prompts" or "resources" when IsDynamic(value):
                break;
            case "tools":
                server.AddTools(value);
                break;
            case "prompts" or "resources" when value is ArrayNode:
                AddParts(member.Name.Value, value, server);
                break;
            default:
                server.AddUnknown(member);
                break;
        }
    }

    private static void AddInfo(DataNode info, ServerDraft server)
    {
        foreach (var member in info.Members)
        {
            switch (member.Name.Value)
            {
                case "name":
                    server.SetName(member.Value);
                    break;
                case "version":
                    server.SetVersion(member.Value);
                    break;
                case "title":
                    server.Entries.AddOptional(ServerFields.Title, member.Value);
                    break;
                default:
                    server.AddUnknown(member);
                    break;
            }
        }
    }

    private static void AddRemote(DataNode transport, ServerDraft server)
    {
        var entries = new EntryCollector(transport, server.Notices);
        entries.AddOptional(RemoteFields.Url, transport is ScalarNode ? transport : transport["endpoint"] ?? transport["url"]);
        foreach (var member in transport.Members)
        {
            if (member.Name.Value is not ("endpoint" or "url"))
            {
                entries.AddOptional(member.Name.Value == "type" ? RemoteFields.Transport : RemoteFields.Other, member.Value, member.Name);
            }
        }

        var url = (transport as ScalarNode) ?? (transport["endpoint"] ?? transport["url"]) as ScalarNode;
        server.Subjects.Add(new SubjectDraft(SubjectKind.Remote, "remote:" + url?.Value, new Untrusted(url?.Value ?? ""), url ?? transport, transport, entries.ToEntries()));
    }

    private static void AddParts(string kind, DataNode list, ServerDraft server)
    {
        foreach (var item in list.Items)
        {
            if ((kind == "prompts" ? PromptModeler.Draft(item, server.Notices) : ResourceModeler.Draft(item, server.Notices)) is { } draft)
            {
                server.Subjects.Add(draft);
            }
        }
    }

    /// <summary>The card's way to say that the list is made at run time.</summary>
    private static bool IsDynamic(DataNode list) =>
        list.AsString() == "dynamic" || (list.Items.Length == 1 && list.Items[0].AsString() == "dynamic");
}
