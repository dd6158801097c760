namespace McpScan.Governance.SignOffs;

/// <summary>A line of a verification.</summary>
/// <param name="What">What was looked at, in one word: <c>signature</c>, <c>inputs</c>.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Text">The reason, or what holds; texts of the sign-off are in it as they are.</param>
public sealed record Check(string What, CheckResult Result, string Text);

/// <summary>What came of a line of a verification.</summary>
public enum CheckResult
{
    /// <summary>It is as it was signed.</summary>
    Holds,

    /// <summary>It is said for the reader and decides nothing.</summary>
    Note,

    /// <summary>It could not be looked at, so nobody knows.</summary>
    Unknown,

    /// <summary>It is not as it was signed, or no longer in force.</summary>
    Fails,
}
