namespace McpScan.Auditing;

/// <summary>The text of a file that has edits, with every secret masked character for character, so that edits fit it as they fit the file.</summary>
public sealed record MaskedText(string Path, string Text);
