using System.Collections.Immutable;

namespace McpScan.Governance.SignOffs;

/// <summary>What lies there today, to be held against a sign-off. What was not looked at is null.</summary>
public sealed record Evidence
{
    /// <summary>The day, in UTC.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The files that an audit reads today, by name.</summary>
    public ImmutableArray<BoundFile>? Inputs { get; init; }

    public SeenFile? Policy { get; init; }

    /// <summary>Why the policy would not let the approver decide; null where it would, or was not read.</summary>
    public string? Objection { get; init; }

    public SeenFile? Lock { get; init; }

    public ImmutableArray<SeenFile> Reports { get; init; } = [];

    public required string ToolVersion { get; init; }

    public required string RulesDigest { get; init; }
}
