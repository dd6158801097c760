namespace McpScan.Discovery;

/// <summary>How the text of a file is read.</summary>
public enum FileFormat
{
    /// <summary>It is not read.</summary>
    None,

    /// <summary>The content decides: a file without an extension, or one that was named directly.</summary>
    Unknown,

    Json,
    Yaml,
    Toml,
    Xml,
    Dockerfile,

    /// <summary>A zip archive that is read as a folder: <c>.mcpb</c>, <c>.dxt</c>.</summary>
    Bundle,
}
