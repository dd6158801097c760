using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Rules;

namespace McpScan.Governance;

/// <summary>An organisation's standards, read from a policy file that was named on the command line. Nothing inside the audited tree is ever a policy.</summary>
/// <param name="FailOn">The lowest severity that rejects; null leaves it to the command line.</param>
/// <param name="MinConfidence">Findings below this are left out; null leaves it to the command line.</param>
/// <param name="Severities">Severity per rule id; null switches the rule off.</param>
public sealed record Policy(Severity? FailOn, Confidence? MinConfidence, ImmutableDictionary<string, Severity?> Severities);
