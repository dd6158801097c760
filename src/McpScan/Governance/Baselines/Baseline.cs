using System.Collections.Immutable;
using McpScan.Rules;

namespace McpScan.Governance.Baselines;

/// <summary>What an earlier report found. A finding that is in it as it is now does not count again.</summary>
/// <param name="Path">The report as the caller named it.</param>
/// <param name="Findings">Its findings by fingerprint.</param>
public sealed record Baseline(string Path, ImmutableSortedDictionary<string, BaselineFinding> Findings)
{
    /// <summary>How a finding stands to the earlier report.</summary>
    /// <param name="fingerprint">Its identity.</param>
    /// <param name="evidence">The identity of all its evidence.</param>
    /// <param name="severity">Its severity.</param>
    public BaselineState StateOf(string fingerprint, string evidence, Severity severity) =>
        !Findings.TryGetValue(fingerprint, out var known) ? BaselineState.New
        : known.Evidence == evidence && known.Severity >= severity ? BaselineState.Unchanged
        : BaselineState.Updated;

    /// <summary>Whether an unchanged finding is accepted: one that was waived must be waived again, by the policy of today.</summary>
    public bool Accepts(string fingerprint) => Findings.TryGetValue(fingerprint, out var known) && !known.WasWaived;
}

/// <summary>A finding of an earlier report.</summary>
public sealed record BaselineFinding
{
    /// <summary>Identity by rule, subject and first evidence.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Identity of all its evidence.</summary>
    public required string Evidence { get; init; }

    public required string RuleId { get; init; }

    public required Severity Severity { get; init; }

    public required string Message { get; init; }

    /// <summary>The file, relative with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>One-based line.</summary>
    public required int Line { get; init; }

    /// <summary>Whether it did not count then because of a waiver.</summary>
    public bool WasWaived { get; init; }
}

/// <summary>How a finding stands to an earlier report, in the words of SARIF.</summary>
public enum BaselineState
{
    /// <summary>The earlier report does not have it.</summary>
    New,

    /// <summary>The earlier report has it as it is.</summary>
    Unchanged,

    /// <summary>The earlier report has it with other evidence, or with a lower severity.</summary>
    Updated,
}
