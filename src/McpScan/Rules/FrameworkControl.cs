using System.Collections.Immutable;

namespace McpScan.Rules;

/// <summary>A control of a <see cref="Framework"/>, and what speaks to it.</summary>
/// <param name="Id">Its exact id.</param>
/// <param name="Title">Its exact title where it may be quoted, else a paraphrase.</param>
public sealed record FrameworkControl(string Id, string Title)
{
    /// <summary>Rules that name one of these speak to it.</summary>
    public ImmutableArray<TaxonReference> Taxa { get; init; } = [];

    /// <summary>Rules of these families speak to it.</summary>
    public ImmutableArray<string> Families { get; init; } = [];

    /// <summary>Ids or names of rules that speak to it.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>What shows it besides rules.</summary>
    public Proof ShownBy { get; init; }

    /// <summary>Whether files show only what exposes to a breach of it: then it can be not met, and never met.</summary>
    public bool IsExposureOnly { get; init; }

    /// <summary>Why files cannot show it; counts only where no rule speaks to it and nothing else shows it.</summary>
    public string? NotCovered { get; init; }

    /// <summary>Whether a rule speaks to it.</summary>
    public bool IsAskedBy(Rule rule) => Families.Contains(rule.Family) || rule.Taxa.Any(taxon => Taxa.Contains(taxon)) || Rules.Any(rule.IsCalled);
}

/// <summary>What of a run can show a control.</summary>
public enum Proof
{
    /// <summary>Nothing but rules.</summary>
    None,

    /// <summary>That everything was examined and reported.</summary>
    Audit,

    /// <summary>That a policy was in force.</summary>
    Policy,

    /// <summary>That definitions were held against a lock.</summary>
    Lock,

    /// <summary>That a person decided, for a time, and answers for it.</summary>
    SignOff,
}
