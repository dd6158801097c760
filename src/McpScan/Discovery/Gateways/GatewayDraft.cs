using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Gateways;

/// <summary>Collects what the sections of one gateway file say.</summary>
internal sealed class GatewayDraft(DataNode root, ImmutableArray<Notice>.Builder notices)
{
    /// <summary>Field values in all entries of one file: YAML aliases can unfold a small text into more than memory holds.</summary>
    private const int MaxEntries = 400_000;

    private readonly ImmutableArray<ServerFragment>.Builder _servers = ImmutableArray.CreateBuilder<ServerFragment>();
    private readonly ImmutableArray<SubjectDraft>.Builder _others = ImmutableArray.CreateBuilder<SubjectDraft>();
    private int _entries;

    public DataNode Root => root;

    public ImmutableArray<Notice>.Builder Notices => notices;

    /// <summary>Fields of the file as a whole.</summary>
    public EntryCollector Entries { get; } = new(root, notices);

    public ImmutableArray<ServerFragment> Servers => _servers.ToImmutable();

    public ImmutableArray<SubjectDraft> Others => _others.ToImmutable();

    /// <summary>Whether another entry may be read; that it may not is said at the first one that is left out.</summary>
    public bool HasRoom(DataNode entry)
    {
        if (_entries <= MaxEntries)
        {
            return true;
        }

        Lose(entry, $"The entries before this one have more than {MaxEntries} values; this one and all behind it were not examined.");
        return false;
    }

    public void Add(ServerFragment server)
    {
        _servers.Add(server);
        _entries += server.Entries.Length + server.Subjects.Sum(static subject => subject.Entries.Length);
    }

    public void Add(SubjectDraft subject)
    {
        _others.Add(subject);
        _entries += subject.Entries.Length;
    }

    /// <summary>Says that a section, or an entry of it, is written in a way that nobody can read; the audit is incomplete then.</summary>
    public void Lose(DataNode node, string message) => notices.Add(Notice.At(NoticeSeverity.Error, node.Source, node.Span, message));
}
