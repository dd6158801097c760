using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>A file in memory: its path, its text and what its reader made of it.</summary>
/// <param name="Path">Relative path with forward slashes; a member of an archive reads <c>bundle.mcpb!/manifest.json</c>.</param>
/// <param name="Sha256">Digest of the bytes on disk.</param>
/// <param name="Document">The tree and the notices of its reader; null where the file's format has no reader.</param>
public sealed record Artifact(string Path, ContentDigest Sha256, DataDocument? Document)
{
    /// <summary>The file name without its folders.</summary>
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];
}
