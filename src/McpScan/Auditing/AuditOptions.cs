using McpScan.Governance;
using McpScan.Governance.Baselines;
using McpScan.Modeling;
using McpScan.Rules;

namespace McpScan.Auditing;

/// <summary>What decides about a report besides the input and the rules.</summary>
public sealed record AuditOptions
{
    /// <summary>The lowest severity that rejects; <c>high</c> unless said otherwise.</summary>
    public Severity FailOn { get; init; } = Severity.High;

    /// <summary>Findings below this are left out.</summary>
    public Confidence MinConfidence { get; init; } = Confidence.Low;

    /// <summary>Whether experimental rules run.</summary>
    public bool IncludesExperimental { get; init; }

    /// <summary>The organisation's standards and exceptions.</summary>
    public Policy Policy { get; init; } = Policy.None;

    /// <summary>The day of the audit, which decides what is overdue or has expired; null where the caller names none, and then no such thing may be asked.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Versions or digests, by package or image, that replacements pin to. Null where the caller names none.</summary>
    public IReadOnlyDictionary<string, string>? Pins { get; init; }

    /// <summary>Whether definitions are held against a lock.</summary>
    public bool IsLocked { get; init; }

    /// <summary>An earlier report whose findings are accepted; null where there is none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The time that the report bears: <c>SOURCE_DATE_EPOCH</c>, else null.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The tool's semantic version.</summary>
    public string ToolVersion { get; init; } = "0.0.0";

    internal bool Runs(Rule rule) =>
        rule.Status switch
        {
            RuleStatus.Stable => true,
            RuleStatus.Experimental => IncludesExperimental,
            _ => false,
        }
        && Policy.Severities.GetValueOrDefault(rule.Id) is not { Level: null };
}
