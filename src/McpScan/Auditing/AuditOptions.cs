using System.Collections.Immutable;
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

    /// <summary>Severities that a policy sets, by rule id; null switches a rule off. Null without a policy.</summary>
    public ImmutableDictionary<string, Severity?>? Severities { get; init; }

    /// <summary>Versions or digests, by package or image, that replacements pin to. Null where the caller names none.</summary>
    public IReadOnlyDictionary<string, string>? Pins { get; init; }

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
        && !(Severities is not null && Severities.TryGetValue(rule.Id, out var severity) && severity is null);

    internal Severity SeverityOf(Rule rule) => Severities is not null && Severities.TryGetValue(rule.Id, out var severity) && severity is { } set ? set : rule.Severity;
}
