
using McpScan.Modeling;

namespace McpScan.Discovery;

/// <summary>A fragment with the artifact it came from.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="Kind">The artifact's kind.</param>
/// <param name="Fragment">What it says about the server.</param>
internal sealed record ServerPart(Artifact Artifact, string Kind, ServerFragment Fragment)
{
    /// <summary>The folder whose server the artifact describes: <c>.mcp/</c> and <c>.well-known/</c> belong to their parent, everything in a bundle to the bundle.</summary>
    public string Home { get; } = HomeOf(Artifact.Path);

    /// <summary>The folder that an artifact speaks for.</summary>
    public static string HomeOf(string path)
    {
        var folder = path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";
        var inBundle = folder.IndexOf("!/", StringComparison.Ordinal);
        if (inBundle >= 0)
        {
            return folder[..(inBundle + 1)];
        }

        foreach (var part in (ReadOnlySpan<string>)[".mcp", ".well-known/mcp", ".well-known"])
        {
            if (folder == part)
            {
                return "";
            }

            if (folder.EndsWith("/" + part, StringComparison.Ordinal))
            {
                return folder[..^(part.Length + 1)];
            }
        }

        return folder;
    }
}
