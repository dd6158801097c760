using McpScan.Discovery;

namespace McpScan.Modeling;

/// <summary>A fragment with the artifact it came from.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="Kind">The artifact's kind.</param>
/// <param name="Fragment">What it says about the server.</param>
internal sealed record ServerPart(Artifact Artifact, string Kind, ServerFragment Fragment)
{
    /// <summary>The folder whose server the artifact describes: <c>.mcp/</c> belongs to its parent, everything in a bundle to the bundle.</summary>
    public string Home { get; } = HomeOf(Artifact.Folder);

    private static string HomeOf(string folder)
    {
        var bundle = folder.IndexOf("!/", StringComparison.Ordinal) is >= 0 and var inside ? folder[..(inside + 1)] : folder;
        return bundle == ".mcp" ? "" : bundle.EndsWith("/.mcp", StringComparison.Ordinal) ? bundle[..^5] : bundle;
    }
}
