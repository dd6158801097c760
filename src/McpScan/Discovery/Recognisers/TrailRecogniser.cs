using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>The audit trail of a gateway: one event, an array of them, or one for each line, with an <c>event_type</c> such as <c>mcp.tool_call</c>; or the JSON Schema of an event.</summary>
public sealed class TrailRecogniser : IRecogniser
{
    public string Kind => "audit-trail";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.Document is not { Root: { } first } document)
        {
            return null;
        }

        var notices = ImmutableArray.CreateBuilder<Notice>();
        var entries = new EntryCollector(first, notices);
        DataNode? anchor = null;
        foreach (var root in document.Roots)
        {
            if (TrailModeler.IsEvent(root))
            {
                anchor ??= root;
                TrailModeler.Add(entries, root);
            }

            foreach (var item in (root["events"] ?? root).Items)
            {
                if (TrailModeler.IsEvent(item))
                {
                    anchor ??= item;
                    TrailModeler.Add(entries, item);
                }
            }
        }

        if (anchor is null)
        {
            return null;
        }

        var trail = new SubjectDraft(SubjectKind.Trail, "trail", new Untrusted(artifact.FileName), anchor, first, entries.ToEntries());
        return new ArtifactModel(Kind, [], [trail], notices.ToImmutable());
    }
}
