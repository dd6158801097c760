using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>A change of a file: a region and what takes its place. Lines and columns are one-based, in UTF-16 units, the end exclusive.</summary>
public sealed record Edit
{
    public required string Path { get; init; }

    public required int StartLine { get; init; }

    public required int StartColumn { get; init; }

    public required int EndLine { get; init; }

    public required int EndColumn { get; init; }

    /// <summary>Offset in UTF-16 units; a byte-order mark does not count.</summary>
    public required int Offset { get; init; }

    public required int Length { get; init; }

    /// <summary>Empty to remove the region. Never a secret: it is made of names and of literals of the program.</summary>
    public required string NewText { get; init; }

    internal static Edit Of(SourceText source, TextChange change)
    {
        var start = source.GetLinePosition(change.Span.Start);
        var end = source.GetLinePosition(change.Span.End);
        return new Edit
        {
            Path = source.Path,
            StartLine = start.Line + 1,
            StartColumn = start.Character + 1,
            EndLine = end.Line + 1,
            EndColumn = end.Character + 1,
            Offset = change.Span.Start,
            Length = change.Span.Length,
            NewText = change.NewText,
        };
    }
}

/// <summary>A change of a text that is not yet an edit of a file.</summary>
internal sealed record TextChange(TextSpan Span, string NewText);
