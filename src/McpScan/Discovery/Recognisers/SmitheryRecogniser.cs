using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Modeling.Launching;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>
/// A <c>smithery.yaml</c>: how Smithery builds and starts the server of the folder. Newer files name a <c>runtime</c>; older ones carry a
/// <c>commandFunction</c> in JavaScript that makes the command line.
/// </summary>
public sealed class SmitheryRecogniser : IRecogniser
{
    public string Kind => "smithery";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.FileName is not ("smithery.yaml" or "smithery.yml") || artifact.Document?.Root is not ObjectNode { Members.Length: > 0 } root)
        {
            return null;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        var server = new ServerDraft(root, notices);
        var start = root["startCommand"] as ObjectNode;
        foreach (var member in root.Members)
        {
            Add(server, member);
        }

        ConfigSchema.AddInputs(server, root["configSchema"] ?? start?["configSchema"], root["exampleConfig"] ?? start?["exampleConfig"]);
        AddLaunch(server, root, start);
        return new ArtifactModel(Kind, [server.ToFragment(FragmentScope.Folder) with { Authority = 5 }], [], notices.ToImmutable());
    }

    private static void Add(ServerDraft server, DataMember member)
    {
        switch (member.Name.Value)
        {
            case "name":
                server.SetName(member.Value);
                break;
            case "version":
                server.SetVersion(member.Value);
                break;
            case "description":
                server.Entries.AddOptional(ServerFields.Description, member.Value);
                break;
            case "startCommand" when member.Value is ObjectNode:
            case "configSchema" or "exampleConfig" or "env" or "runtime" or "build" or "target" or "commandFunction":
                break;
            default:
                server.AddUnknown(member);
                break;
        }
    }

    private static void AddLaunch(ServerDraft server, ObjectNode root, ObjectNode? start)
    {
        var entry = (DataNode?)start ?? root;
        var others = new EntryCollector(entry, server.Notices);
        foreach (var member in root.Members)
        {
            if (member.Name.Value is "runtime" or "build" or "target")
            {
                others.AddOptional(LaunchFields.Other, member.Value);
            }
        }

        // Some authors write the function beside the start command instead of in it.
        others.AddOptional(LaunchFields.Script, root["commandFunction"]);
        foreach (var member in start is null ? [] : start.Members)
        {
            switch (member.Name.Value)
            {
                case "type":
                    others.AddOptional(LaunchFields.Transport, member.Value);
                    break;
                case "commandFunction":
                    others.AddOptional(LaunchFields.Script, member.Value);
                    break;
                case "command" or "args" or "env" or "configSchema" or "exampleConfig":
                    break;
                default:
                    others.AddOptional(LaunchFields.Other, member.Value);
                    break;
            }
        }

        var spec = new LaunchSpec
        {
            Definition = entry,
            Anchor = root.Find(start is null ? "runtime" : "startCommand")?.Name ?? root.Members[0].Name,
            Command = start?["command"] as ScalarNode,
            Arguments = LaunchParts.Scalars(start?["args"]),
            Environment = LaunchParts.Members(root["env"]).AddRange(LaunchParts.Members(start?["env"])),
            Others = others.ToEntries(),
        };
        server.Subjects.Add(LaunchModeler.Draft("smithery", spec));
    }
}
