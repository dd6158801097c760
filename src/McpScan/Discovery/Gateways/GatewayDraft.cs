using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Gateways;

/// <summary>Collects what the sections of one gateway file say.</summary>
internal sealed class GatewayDraft(DataNode root, ImmutableArray<Notice>.Builder notices)
{
    public DataNode Root => root;

    public ImmutableArray<Notice>.Builder Notices => notices;

    /// <summary>Fields of the file as a whole.</summary>
    public EntryCollector Entries { get; } = new(root, notices);

    public ImmutableArray<ServerFragment>.Builder Servers { get; } = ImmutableArray.CreateBuilder<ServerFragment>();

    public ImmutableArray<SubjectDraft>.Builder Others { get; } = ImmutableArray.CreateBuilder<SubjectDraft>();

    /// <summary>Says that a section, or an entry of it, is written in a way that nobody can read; the audit is incomplete then.</summary>
    public void Lose(DataNode node, string message) => notices.Add(Notice.At(NoticeSeverity.Error, node.Source, node.Span, message));
}
