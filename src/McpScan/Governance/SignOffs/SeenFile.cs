namespace McpScan.Governance.SignOffs;

/// <summary>A file that was looked for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">SHA-256 of its bytes in lower-case hex; null where it cannot be read.</param>
public sealed record SeenFile(string Name, string? Sha256);
