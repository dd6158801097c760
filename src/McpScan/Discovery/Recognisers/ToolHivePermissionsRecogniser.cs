using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>A ToolHive permission profile in a file of its own.</summary>
public sealed class ToolHivePermissionsRecogniser : IRecogniser
{
    public string Kind => "permission-profile";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.Document?.Root is not ObjectNode root || !IsProfile(root))
        {
            return null;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        var profile = PermissionsModeler.Draft(artifact.FileName, root, root["name"] ?? root, notices);
        return new ArtifactModel(Kind, [], [profile], notices.ToImmutable());
    }

    private static bool IsProfile(ObjectNode root)
    {
        foreach (var member in root.Members)
        {
            if (member.Name.Value is not ("$schema" or "name" or "description" or "read" or "write" or "network" or "privileged"))
            {
                return false;
            }
        }

        return root["network"] is { } network ? network["outbound"] is ObjectNode || network["inbound"] is ObjectNode || network["mode"] is ScalarNode
            : (root["read"] is ArrayNode && root["write"] is ArrayNode) || (root["privileged"] is ScalarNode && (root["read"] ?? root["write"]) is ArrayNode);
    }
}
