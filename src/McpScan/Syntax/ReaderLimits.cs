namespace McpScan.Syntax;

/// <summary>Bounds that every reader keeps; passing one is a <see cref="Text.NoticeSeverity.Error"/> notice at the place.</summary>
public static class ReaderLimits
{
    /// <summary>Nesting of objects and arrays.</summary>
    public const int MaxDepth = 256;

    /// <summary>Nodes in one text.</summary>
    public const int MaxNodes = 2_000_000;

    /// <summary>Notices kept of one text; the last says how many more there were.</summary>
    public const int MaxNotices = 50;
}
