namespace McpScan.Reporting.Views;

/// <summary>A server as a template sees it.</summary>
internal sealed record ServerView
{
    public required string Name { get; init; }

    public required string? Version { get; init; }

    public required string Path { get; init; }

    public required string? Group { get; init; }

    public required string Verdict { get; init; }

    /// <summary>Its verdict if nothing were waived; null where nothing of it is.</summary>
    public required string? WithoutWaivers { get; init; }

    public bool IsApproved => Verdict == "approved";

    /// <summary>Severities that have open findings, worst first.</summary>
    public required IReadOnlyList<CountView> Counts { get; init; }

    /// <summary>Such as <c>2 tools, 1 package</c>.</summary>
    public required string Parts { get; init; }

    public required IReadOnlyList<ToolView> Tools { get; init; }

    /// <summary>What came of each family, in the order of <see cref="ReportView.Families"/>.</summary>
    public required IReadOnlyList<CellView> Cells { get; init; }

    /// <summary>The number of its group of findings; null where it has none.</summary>
    public required int? GroupNumber { get; init; }
}

internal sealed record ToolView(string Name, IReadOnlyList<string> Capabilities);

/// <summary>A family on a server.</summary>
/// <param name="Outcome">Its worst outcome.</param>
/// <param name="Fired">How many of its rules fired.</param>
internal sealed record CellView(string Outcome, int Fired)
{
    public bool IsFired => Fired > 0;

    public bool IsClear => Outcome == "clear";

    public bool IsIncomplete => Outcome == "incomplete";
}
