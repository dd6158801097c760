namespace McpScan.Text;

/// <summary>A zero-based line and a zero-based column in UTF-16 units. Reports add one to both.</summary>
public readonly record struct LinePosition(int Line, int Character);
