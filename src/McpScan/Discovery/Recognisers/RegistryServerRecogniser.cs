using System.Collections.Immutable;
using McpScan.Discovery.Registry;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>
/// A <c>server.json</c> of the MCP registry (schemas 2025-07-09 to 2025-12-11 and draft; alone, in a NuGet package under <c>.mcp/</c>, or wrapped
/// as the registry's API gives it), and a Server Card, which has the same members.
/// </summary>
public sealed class RegistryServerRecogniser : IRecogniser
{
    public string Kind => "registry-server";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.Document?.Root is not ObjectNode root)
        {
            return null;
        }

        var isWrapped = RegistryShapes.IsWrapped(root);
        var document = isWrapped ? root["server"]! : root;
        if (!isWrapped && !RegistryShapes.IsServer(root))
        {
            return null;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        var server = new ServerDraft(document, notices);
        RegistryServerModeler.Add(document, server);
        if (isWrapped && root["_meta"] is { } meta)
        {
            RegistryServerModeler.AddMeta(meta, server);
        }

        var isCard = document["$schema"]?.AsString()?.Contains("/server-card.schema.json", StringComparison.Ordinal) == true
            || (document["packages"] is null && artifact.FileName.Contains("server-card", StringComparison.OrdinalIgnoreCase));
        return new ArtifactModel(isCard ? "server-card" : Kind, [server.ToFragment(FragmentScope.Folder)], [], notices.ToImmutable());
    }
}
