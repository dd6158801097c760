using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>A capgate manifest: tools with the capabilities that each of them declares, <c>{grammar?, name, version, serverCapabilities?, tools: [{name, capabilities}]}</c>.</summary>
public sealed class CapgateRecogniser : IRecogniser
{
    public string Kind => "capgate-manifest";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.Document?.Root is not ObjectNode root || !IsManifest(root))
        {
            return null;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        var server = new ServerDraft(root, notices);
        var permissions = new EntryCollector(root, notices);
        foreach (var member in root.Members)
        {
            Add(server, permissions, member);
        }

        var name = server.Name?.Value ?? "capgate";
        server.Subjects.Add(new SubjectDraft(SubjectKind.Permissions, "permissions:" + name, new Untrusted(name), (DataNode?)server.Name ?? root, root, permissions.ToEntries()));
        return new ArtifactModel(Kind, [server.ToFragment(FragmentScope.Folder)], [], notices.ToImmutable());
    }

    // A captured tools/list has no capabilities in its tools, and no other manifest has tools with a list of strings of that name.
    private static bool IsManifest(ObjectNode root)
    {
        if (root["name"] is not ScalarNode || root["tools"] is not ArrayNode tools)
        {
            return false;
        }

        if (root["serverCapabilities"] is ArrayNode || root["grammar"] is ScalarNode)
        {
            return true;
        }

        foreach (var tool in tools.Items)
        {
            if (tool["capabilities"] is ArrayNode)
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(ServerDraft server, EntryCollector permissions, DataMember member)
    {
        switch (member.Name.Value)
        {
            case "name":
                server.SetName(member.Value);
                permissions.AddOptional(PermissionsFields.Name, member.Value);
                break;
            case "version":
                server.SetVersion(member.Value);
                break;
            case "description":
                server.Entries.AddOptional(ServerFields.Description, member.Value);
                break;
            case "$schema":
                server.Entries.AddOptional(ServerFields.Schema, member.Value);
                break;
            case "grammar":
                permissions.AddOptional(PermissionsFields.Grammar, member.Value);
                if (member.Value is not ScalarNode { Value: CapabilityGrammar.Version })
                {
                    server.Notices.Add(Notice.At(NoticeSeverity.Error, member.Value.Source, member.Value.Span, $"The capability manifest is written in an unknown grammar; its capabilities were read as those of {CapabilityGrammar.Version}."));
                }

                break;
            case "serverCapabilities":
                AddCapabilities(server, permissions, member.Value);
                break;
            case "tools":
                server.AddTools(member.Value);
                foreach (var tool in member.Value.Items)
                {
                    AddCapabilities(server, permissions, tool["capabilities"]);
                }

                break;
            default:
                server.AddUnknown(member);
                break;
        }
    }

    private static void AddCapabilities(ServerDraft server, EntryCollector permissions, DataNode? capabilities)
    {
        if (capabilities is null)
        {
            return;
        }

        permissions.AddOptional(PermissionsFields.Capability, capabilities);
        if (capabilities is not ArrayNode)
        {
            Fail(server, capabilities, "Capabilities are not written as a list.");
        }

        foreach (var item in capabilities.Items)
        {
            if (item is not ScalarNode { Kind: ScalarKind.String } text)
            {
                Fail(server, item, "A capability is not written as a string.");
            }
            else if (CapabilityGrammar.Parse(text.Value, out var problem) is null)
            {
                server.Notices.Add(Notice.At(NoticeSeverity.Error, text.Source, text.Locate(problem!.Start, problem.Length), problem.Words));
            }
        }
    }

    private static void Fail(ServerDraft server, DataNode node, string problem) =>
        server.Notices.Add(Notice.At(NoticeSeverity.Error, node.Source, node.Span, problem));
}
