using System.Collections.Immutable;

namespace McpScan.Governance.SignOffs;

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
