namespace McpScan.Modeling;

/// <summary>What a tool says of its own harmlessness, by an annotation.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Evidence">Where.</param>
public sealed record Claim(ClaimKind Kind, CapabilityEvidence Evidence);

/// <summary>What can be claimed.</summary>
public enum ClaimKind
{
    /// <summary><c>readOnlyHint: true</c>: it changes nothing.</summary>
    ReadOnly,

    /// <summary><c>destructiveHint: false</c>: what it changes is not lost.</summary>
    NotDestructive,

    /// <summary><c>idempotentHint: true</c>: to call it again does no more.</summary>
    Idempotent,

    /// <summary><c>openWorldHint: false</c>: it deals with a closed set of things.</summary>
    ClosedWorld,
}
