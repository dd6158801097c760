using System.Collections.Immutable;

namespace McpScan.Governance.SignOffs;

/// <summary>A decision and all that it is bound to: what an in-toto statement of it holds.</summary>
public sealed record SignOffStatement
{
    public required SignOff SignOff { get; init; }

    /// <summary>The files that were audited; never empty, by name.</summary>
    public required ImmutableArray<BoundFile> Inputs { get; init; }

    /// <summary>The paths that the audit was asked about, as they were given.</summary>
    public required ImmutableArray<string> Paths { get; init; }

    public required SignedAudit Audit { get; init; }

    public required string ToolVersion { get; init; }

    /// <summary>SHA-256 over every rule in force.</summary>
    public required string RulesDigest { get; init; }

    /// <summary>Null where none was in force.</summary>
    public BoundFile? Policy { get; init; }

    /// <summary>Null where none was in force.</summary>
    public BoundFile? Lock { get; init; }

    /// <summary>The reports that were made of the audit and the decision.</summary>
    public ImmutableArray<BoundFile> Reports { get; init; } = [];
}
