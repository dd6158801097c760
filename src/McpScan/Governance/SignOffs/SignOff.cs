using System.Collections.Immutable;

namespace McpScan.Governance.SignOffs;

/// <summary>What a person decided about audited servers, and for how long.</summary>
public sealed record SignOff
{
    public required Decision Decision { get; init; }

    /// <summary>What the decision is about, in the words of who made it; null where nothing was said.</summary>
    public string? Scope { get; init; }

    /// <summary>What must be done, and by when, for the decision to stand; empty unless it is <see cref="Decision.ApproveWithConditions"/>.</summary>
    public ImmutableArray<SignOffCondition> Conditions { get; init; } = [];

    /// <summary>Risks that are known and accepted.</summary>
    public ImmutableArray<string> ResidualRisks { get; init; } = [];

    public required string Approver { get; init; }

    /// <summary>The approver's role, such as <c>CISO</c>.</summary>
    public required string Role { get; init; }

    /// <summary>Who asked for the decision; null where nobody is named.</summary>
    public string? Requester { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public required DateTimeOffset Decided { get; init; }

    /// <summary>The last day, in UTC, on which it stands.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>The key that it is signed with: <c>sha256:</c> and the digest of its public part.</summary>
    public required string KeyId { get; init; }
}
