namespace McpScan.Governance.SignOffs;

/// <summary>A file that a sign-off is bound to.</summary>
/// <param name="Name">Relative path with forward slashes; the name alone for a file outside the folder that was worked in.</param>
/// <param name="Sha256">SHA-256 of its bytes in lower-case hex.</param>
public sealed record BoundFile(string Name, string Sha256);
