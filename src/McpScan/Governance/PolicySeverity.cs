using McpScan.Rules;

namespace McpScan.Governance;

/// <summary>What a policy makes of a rule.</summary>
/// <param name="Level">The severity of its findings; null switches it off.</param>
public sealed record PolicySeverity(Severity? Level);
