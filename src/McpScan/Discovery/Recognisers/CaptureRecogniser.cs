using System.Collections.Immutable;
using McpScan.Discovery.Captures;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>
/// Captured results of MCP 2024-11-05 to 2026-07-28: <c>tools/list</c>, <c>prompts/list</c>, <c>resources/list</c>, <c>resources/templates/list</c>,
/// <c>initialize</c>, <c>server/discover</c>; as JSON-RPC replies, bare, several in a file, paged, or as a transcript.
/// </summary>
public sealed class CaptureRecogniser : IRecogniser
{
    public string Kind => "mcp-capture";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.Document is not { Root: { } root } document)
        {
            return null;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        if (ServerList.Find(document) is { IsEmpty: false } servers)
        {
            return RecogniseServers(servers, notices);
        }

        var isExpected = CaptureNames.IsGeneric(artifact.FileName) && !CouldBeOther(root);
        var builder = new CaptureBuilder(root, notices);
        var reader = new CaptureReader(builder, isExpected);
        foreach (var value in document.Roots)
        {
            reader.Read(value);
        }

        if (!builder.HasContent)
        {
            return null;
        }

        if (builder.OpenPage is { } cursor)
        {
            notices.Add(Notice.At(
                CaptureNames.IsPage(artifact.FileName) ? NoticeSeverity.Warning : NoticeSeverity.Error,
                cursor.Source, cursor.Span, "The list has a further page that is not in this file: capture all pages, so that every definition is audited."));
        }

        return new ArtifactModel(builder.Kind, [builder.ToFragment(FragmentScope.Capture)], [], notices.ToImmutable());
    }

    private static ArtifactModel? RecogniseServers(ImmutableArray<(string Name, DataNode Node)> servers, ImmutableArray<Notice>.Builder notices)
    {
        var fragments = ImmutableArray.CreateBuilder<ServerFragment>();
        foreach (var (name, node) in servers)
        {
            var builder = new CaptureBuilder(node, notices);
            new CaptureReader(builder, isExpected: false).ReadResult(node, isSure: true);
            fragments.Add(builder.ToFragment(FragmentScope.Entry, name));
        }

        return new ArtifactModel("server-list", fragments.ToImmutable(), [], notices.ToImmutable());
    }

    /// <summary>Whether an empty or odd list in a file of a generic name may well be something else than a capture.</summary>
    private static bool CouldBeOther(DataNode root) => root is not ObjectNode || root.Members.Length > 3;
}
