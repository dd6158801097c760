namespace McpScan.Auditing;

/// <summary>What a replacer proposes for a finding.</summary>
/// <param name="text">The replacement in words.</param>
internal sealed class Proposal(string text)
{
    /// <summary>More hits of one finding than this are mended in the next round.</summary>
    private const int MaxChanges = 64;

    private readonly List<TextChange> _changes = [];

    public string Text { get; } = text;

    /// <summary>The changes by place; a change that would touch another was left out.</summary>
    public IReadOnlyList<TextChange> Changes => _changes;

    /// <summary>Adds changes that belong together: all of them or, where one touches an earlier change, none.</summary>
    public void Add(IReadOnlyList<TextChange>? together)
    {
        if (together is null || _changes.Count + together.Count > MaxChanges
            || together.Any(change => _changes.Exists(known => Touch(known, change))))
        {
            return;
        }

        _changes.AddRange(together);
        _changes.Sort(static (a, b) => a.Span.CompareTo(b.Span));
    }

    private static bool Touch(TextChange a, TextChange b) => a.Span.Start <= b.Span.End && b.Span.Start <= a.Span.End;
}
