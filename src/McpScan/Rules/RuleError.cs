namespace McpScan.Rules;

/// <summary>The rule author's mistake, found at load.</summary>
/// <param name="Path">The rule file.</param>
/// <param name="Line">One-based line; 0 where the whole file is meant.</param>
/// <param name="Column">One-based column; 0 where the whole file is meant.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record RuleError(string Path, int Line, int Column, string Message)
{
    public override string ToString() => Line > 0 ? $"{Path}({Line},{Column}): {Message}" : $"{Path}: {Message}";
}
