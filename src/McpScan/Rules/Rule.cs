using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Rules;

/// <summary>What one rule file says. The text members are the rule's documentation.</summary>
public sealed record Rule
{
    /// <summary>Opaque and never reused, such as <c>MCPS1007</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Kebab-case name; accepted wherever the id is.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The folder the rule lives in, one of <see cref="Families"/>.</summary>
    public required string Family { get; init; }

    public required RuleStatus Status { get; init; }

    public required Severity Severity { get; init; }

    public required Confidence Confidence { get; init; }

    /// <summary>What the rule is about in other people's terms; every id resolves in catalogs/.</summary>
    public required ImmutableArray<TaxonReference> Taxa { get; init; }

    public required SubjectKind Subject { get; init; }

    public required Condition When { get; init; }

    /// <summary>A sentence with placeholders: <c>{name}</c>, <c>{server}</c>, <c>{field}</c>, <c>{key}</c>, <c>{evidence}</c>, and what its check adds.</summary>
    public required string Message { get; init; }

    public required string Why { get; init; }

    public required string Fix { get; init; }

    /// <summary>How the program can mend what the rule finds, one of <see cref="Replacements.All"/>; null where only a person can.</summary>
    public string? Replacement { get; init; }

    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Ids or names of blunter rules that say nothing more where this one has spoken, nor do those that they override in turn.</summary>
    public ImmutableArray<string> Overrides { get; init; } = [];

    /// <summary>The rules that <see cref="Overrides"/> leads to, near and far, within the set that the rule is in.</summary>
    internal HashSet<Rule> Silenced { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Former names, still accepted.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Where the rule was read from, for authors.</summary>
    public required string Path { get; init; }

    public bool IsCalled(string idOrName) =>
        string.Equals(Id, idOrName, StringComparison.OrdinalIgnoreCase) || Name == idOrName || Aliases.Contains(idOrName);

    public override string ToString() => $"{Id} {Name}";
}
