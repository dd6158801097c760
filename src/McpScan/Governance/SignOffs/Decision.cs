namespace McpScan.Governance.SignOffs;

/// <summary>What a sign-off says.</summary>
public enum Decision
{
    Approve,
    ApproveWithConditions,
    Reject,
}

/// <summary>How decisions are written.</summary>
public static class Decisions
{
    /// <summary>All words, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Words { get; } = ["approve", "approve-with-conditions", "reject"];

    public static string ToWord(this Decision decision) => Words[(int)decision];

    /// <summary>The decision of a word; null for any other.</summary>
    public static Decision? Parse(string? word) => Array.IndexOf([.. Words], word) is >= 0 and var i ? (Decision)i : null;
}
