using System.Collections.Immutable;
using McpScan.Discovery.Registry;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>
/// A saved answer of the registry's API: <c>{servers: [{server, _meta}], metadata}</c>, or the older flat list of servers; or a registry of ToolHive
/// in the upstream format, <c>{version, meta, data: {servers: […]}}</c>.
/// </summary>
public sealed class RegistryListRecogniser : IRecogniser
{
    public string Kind => "registry-list";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.Document?.Root is not ObjectNode root || (root["servers"] ?? root["data"]?["servers"]) is not ArrayNode { Items: [var first, ..] } servers
            || !(RegistryShapes.IsWrapped(first) || RegistryShapes.IsServer(first)))
        {
            return null;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        var fragments = ImmutableArray.CreateBuilder<ServerFragment>();
        foreach (var item in servers.Items)
        {
            var document = item["server"] is ObjectNode inner ? inner : item;
            if (document is not ObjectNode)
            {
                notices.Add(Notice.At(NoticeSeverity.Error, item.Source, item.Span, "This is not a server: an entry of the registry is an object."));
                continue;
            }

            var server = new ServerDraft(document, notices);
            RegistryServerModeler.Add(document, server);
            if (!ReferenceEquals(document, item) && item["_meta"] is { } meta)
            {
                RegistryServerModeler.AddMeta(meta, server);
            }

            fragments.Add(server.ToFragment(FragmentScope.Entry, server.Name?.Value ?? ""));
        }

        if ((root["metadata"]?["nextCursor"] ?? root["metadata"]?["next_cursor"]) is ScalarNode { Kind: ScalarKind.String, Value.Length: > 0 } cursor)
        {
            notices.Add(Notice.At(NoticeSeverity.Warning, cursor.Source, cursor.Span, "The registry has further servers that are not in this file."));
        }

        return new ArtifactModel(Kind, fragments.ToImmutable(), [], notices.ToImmutable());
    }
}
