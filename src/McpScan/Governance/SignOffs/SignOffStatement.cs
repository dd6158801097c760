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

/// <summary>What the audit came to that was decided on. Words are those of the reports.</summary>
/// <param name="Verdict">The verdict of the run.</param>
/// <param name="FailOn">The lowest severity that rejects.</param>
/// <param name="Counts">Open findings, from <c>info</c> to <c>critical</c>.</param>
/// <param name="Accepted">Findings that are waived or in the baseline.</param>
/// <param name="NotExamined">How many files and things were not examined.</param>
/// <param name="Servers">The servers.</param>
public sealed record SignedAudit(string Verdict, string FailOn, ImmutableArray<int> Counts, int Accepted, int NotExamined, ImmutableArray<SignedServer> Servers);

/// <summary>A server that was decided on.</summary>
/// <param name="Id">Its id in the report.</param>
/// <param name="Name">The name that it gives itself.</param>
/// <param name="Version">The version that it declares; empty where it declares none.</param>
/// <param name="Verdict">The verdict on it.</param>
public sealed record SignedServer(string Id, string Name, string Version, string Verdict);
