namespace McpScan.Evaluation;

/// <summary>A row of <c>labels.csv</c>: what people know about a tool.</summary>
/// <param name="Source">The collection it comes from: the folder.</param>
/// <param name="Case">The file in it, without <c>.json</c>.</param>
/// <param name="Tool">The tool's name.</param>
/// <param name="IsMalicious">The label.</param>
/// <param name="AttackClass">For a malicious tool, its class.</param>
/// <param name="IsReadable">Whether the poison can be read in the tool's text; a tool that is only bad in code cannot be found in text.</param>
/// <param name="IsDuplicate">Whether the same text stands elsewhere in the data.</param>
internal sealed record LabelledTool(string Source, string Case, string Tool, bool IsMalicious, string AttackClass, bool IsReadable, bool IsDuplicate)
{
    /// <summary>The file, relative to the labelled folder.</summary>
    public string File => $"{Source}/{Case}.json";
}
