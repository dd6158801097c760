using System.Collections.Immutable;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>A location as reports show it: one-based lines and columns in UTF-16 units, the end exclusive.</summary>
public sealed record Place
{
    public required string Path { get; init; }

    public required int StartLine { get; init; }

    public required int StartColumn { get; init; }

    public required int EndLine { get; init; }

    public required int EndColumn { get; init; }

    /// <summary>Offset in UTF-16 units, for ordering and for SARIF <c>charOffset</c>.</summary>
    public required int Offset { get; init; }

    public required int Length { get; init; }

    /// <summary>The place in the model, such as <c>server:weather/tool:add/description</c>.</summary>
    public required string LogicalPath { get; init; }

    /// <summary>The exact text of the region, at most 400 units; a secret in it is redacted.</summary>
    public required Untrusted Snippet { get; init; }

    /// <summary>The lines around it, for a person.</summary>
    public required ImmutableArray<ExcerptLine> Excerpt { get; init; }
}

/// <summary>A line of an excerpt, cut to a window of at most 160 units around the highlight.</summary>
/// <param name="Number">One-based line number.</param>
/// <param name="Text">The line or the window of it; secrets are redacted.</param>
/// <param name="HighlightStart">Offset of the highlighted part within <paramref name="Text"/>.</param>
/// <param name="HighlightLength">Its length; 0 for a line of context.</param>
/// <param name="IsCutBefore">Whether text before the window was left out.</param>
/// <param name="IsCutAfter">Whether text behind the window was left out.</param>
public sealed record ExcerptLine(int Number, Untrusted Text, int HighlightStart, int HighlightLength, bool IsCutBefore, bool IsCutAfter);
