using System.Collections.Immutable;

namespace McpScan.Auditing;

/// <summary>A waiver as reports show it; a secret in its texts is redacted.</summary>
public sealed record WaiverReport
{
    /// <summary>The id of the rule; what was written instead of one where it means more than one.</summary>
    public required string Rule { get; init; }

    /// <summary>The rule and the place in one line.</summary>
    public required string Name { get; init; }

    public required string Reason { get; init; }

    public required string Approver { get; init; }

    /// <summary>Who asked for it; null where nobody is named.</summary>
    public string? CreatedBy { get; init; }

    public required DateOnly Created { get; init; }

    /// <summary>The last day on which it holds; null where it has none.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>Where it is written.</summary>
    public required Place Place { get; init; }

    /// <summary>What is wrong with it, in the words of the field <c>problems.*</c>; empty where nothing is.</summary>
    public required ImmutableArray<string> Problems { get; init; }

    /// <summary>How many findings it waives.</summary>
    public required int Waived { get; init; }
}
