namespace McpScan.Governance.SignOffs;

/// <summary>A condition of a decision.</summary>
/// <param name="Text">What must be done.</param>
/// <param name="Due">The last day, in UTC, on which it may be open.</param>
public sealed record SignOffCondition(string Text, DateOnly Due);
