using System.Collections.Immutable;

namespace McpScan.Standards;

/// <summary>The words that clauses about packages and transports are written in.</summary>
public static class Vocabulary
{
    /// <summary>Where a package comes from.</summary>
    public static readonly ImmutableArray<string> Ecosystems = ["npm", "jsr", "pypi", "nuget", "oci", "mcpb", "cargo", "go", "git", "url"];

    /// <summary>How a server is reached.</summary>
    public static readonly ImmutableArray<string> Transports = ["stdio", "https", "http", "streamable-http", "sse", "wss", "ws"];
}
