using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Standards;
using McpScan.Text;

namespace McpScan.Governance;

/// <summary>An organisation's standards, read from a policy file that was named on the command line. Nothing inside the audited tree is ever a policy.</summary>
public sealed record Policy
{
    /// <summary>What holds where no policy was named.</summary>
    public static readonly Policy None = new();

    /// <summary>The file; null for <see cref="None"/>.</summary>
    public SourceText? Source { get; init; }

    /// <summary>What reports call it; null where it gives itself no name.</summary>
    public string? Name { get; init; }

    /// <summary>The lowest severity that rejects; null leaves it to the command line.</summary>
    public Severity? FailOn { get; init; }

    /// <summary>Findings below this are left out; null leaves it to the command line.</summary>
    public Confidence? MinConfidence { get; init; }

    /// <summary>Severity per rule id.</summary>
    public ImmutableDictionary<string, PolicySeverity> Severities { get; init; } = ImmutableDictionary<string, PolicySeverity>.Empty;

    /// <summary>In the order in which they were written; of several that fit, the last counts.</summary>
    public ImmutableArray<PolicyOverride> Overrides { get; init; } = [];

    /// <summary>What is required and forbidden, for checks.</summary>
    public Clauses Clauses { get; init; } = Clauses.None;

    /// <summary>Accepted findings, those of the policy before those of a file of their own.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>The severity of a rule's finding; what the policy says of its place goes before what it says of the rule.</summary>
    public Severity SeverityOf(Rule rule, string? server, string path) =>
        Last(rule, server, path, static o => o.Severity) ?? Severities.GetValueOrDefault(rule.Id)?.Level ?? rule.Severity;

    /// <summary>The lowest severity that rejects at a place, or null where the policy has no word on that place.</summary>
    public Severity? FailOnAt(Rule rule, string? server, string path) => Last(rule, server, path, static o => o.FailOn);

    /// <summary>The lowest confidence that is reported at a place, or null where the policy has no word on that place.</summary>
    public Confidence? MinConfidenceAt(Rule rule, string? server, string path) => Last(rule, server, path, static o => o.MinConfidence);

    private T? Last<T>(Rule rule, string? server, string path, Func<PolicyOverride, T?> value)
        where T : struct
    {
        for (var i = Overrides.Length - 1; i >= 0; i--)
        {
            if (value(Overrides[i]) is { } set && Overrides[i].Concerns(rule, server, path))
            {
                return set;
            }
        }

        return null;
    }
}
