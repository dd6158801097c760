using System.Collections.Immutable;
using McpScan.Rules;
using McpScan.Standards;
using McpScan.Syntax;

namespace McpScan.Governance;

/// <summary>A finding that somebody accepted: which rule, where, why, who, until when, and for which definition.</summary>
public sealed record Waiver
{
    /// <summary>The whole waiver as it was written.</summary>
    public required DataNode Node { get; init; }

    /// <summary>The id or name of a rule, or what is too broad to be one: a family, a wildcard.</summary>
    public required ScalarNode RuleName { get; init; }

    /// <summary>The rule; null where <see cref="RuleName"/> means more than one.</summary>
    public required Rule? Rule { get; init; }

    public Glob? Server { get; init; }

    /// <summary>The name of the tool, or of whatever else the finding is about.</summary>
    public Glob? Tool { get; init; }

    public Glob? Path { get; init; }

    public Glob? Field { get; init; }

    /// <summary>The fingerprint of a single finding.</summary>
    public ScalarNode? Fingerprint { get; init; }

    public required ScalarNode Reason { get; init; }

    public required ScalarNode Approver { get; init; }

    /// <summary>Who asked for it; null where nobody is named.</summary>
    public ScalarNode? CreatedBy { get; init; }

    public required ScalarNode CreatedText { get; init; }

    public required DateOnly Created { get; init; }

    /// <summary>Where the last day was written; null where none was.</summary>
    public ScalarNode? ExpiresText { get; init; }

    /// <summary>The last day on which it holds; null where it has none.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>Digests of the definitions that it was given for, each <c>sha256:</c> and 64 hex digits.</summary>
    public ImmutableArray<ScalarNode> Digests { get; init; } = [];
}
