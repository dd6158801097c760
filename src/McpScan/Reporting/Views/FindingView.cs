namespace McpScan.Reporting.Views;

/// <summary>The findings of a server, or of clients and files.</summary>
/// <param name="Number">One-based.</param>
/// <param name="Title">The name of the server.</param>
/// <param name="Verdict">Its verdict; null for clients and files.</param>
/// <param name="Count">How many findings there are.</param>
/// <param name="Findings">Those that are shown in full.</param>
/// <param name="Brief">Those that get one line.</param>
internal sealed record GroupView(int Number, string Title, string? Verdict, int Count, IReadOnlyList<FindingView> Findings, IReadOnlyList<FindingView> Brief)
{
    /// <summary>How many are only counted.</summary>
    public int LeftOut => Count - Findings.Count - Brief.Count;
}

/// <summary>A finding as a template sees it.</summary>
internal sealed record FindingView
{
    /// <summary>Unique in the report and the same in the next one: the fingerprint, with a number where several share it.</summary>
    public required string Anchor { get; init; }

    public required string RuleId { get; init; }

    public required string RuleName { get; init; }

    public required string Title { get; init; }

    public required string Family { get; init; }

    public required string Severity { get; init; }

    public required string Confidence { get; init; }

    public required string Message { get; init; }

    public required int GroupNumber { get; init; }

    /// <summary>Such as <c>tool</c>.</summary>
    public required string SubjectKind { get; init; }

    public required string Subject { get; init; }

    public required string? Field { get; init; }

    /// <summary><c>path:line:column</c>.</summary>
    public required string At { get; init; }

    public required IReadOnlyList<LineView> Lines { get; init; }

    public required string? Decoded { get; init; }

    public required IReadOnlyList<RelatedView> Related { get; init; }

    public required IReadOnlyList<string> Why { get; init; }

    public required IReadOnlyList<string> Fix { get; init; }

    /// <summary>What to write instead; null where there is nothing but the fix.</summary>
    public required string? Replacement { get; init; }

    public required IReadOnlyList<TaxonView> Taxa { get; init; }

    public required IReadOnlyList<string> References { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>How it differs from its pinned form, each in one line.</summary>
    public required IReadOnlyList<ChangeView> Changes { get; init; }

    /// <summary>Null for an open finding.</summary>
    public required string? Accepted { get; init; }

    /// <summary>Who waived it, until when and why; null where nobody did.</summary>
    public required string? Waiver { get; init; }

    /// <summary>Whether it is among the first and worst, which a page shows opened.</summary>
    public required bool IsOpened { get; init; }
}

/// <summary>A line of an excerpt, cut in three: before, in and behind the highlight.</summary>
internal sealed record LineView(int Number, string Before, string Marked, string After);

/// <summary>A difference from the pinned form.</summary>
/// <param name="What">What differs.</param>
/// <param name="Before">The pinned value; null where there was none.</param>
/// <param name="After">The value; null where there is none any more.</param>
internal sealed record ChangeView(string What, string? Before, string? After);

internal sealed record RelatedView(string Role, string At);

/// <summary>An entry of a taxonomy.</summary>
/// <param name="Catalog">The id of the taxonomy.</param>
/// <param name="Id">The id of the entry.</param>
/// <param name="Title">Its title; null where it does not resolve, or is the id.</param>
/// <param name="Url">Its page; null where it has none that begins with https.</param>
internal sealed record TaxonView(string Catalog, string Id, string? Title, string? Url);
