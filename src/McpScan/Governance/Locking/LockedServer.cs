using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Governance.Locking;

/// <summary>A server that is pinned.</summary>
/// <param name="Id">Its id, such as <c>.mcp.json#weather</c>; by it the server is found again.</param>
/// <param name="Name">Its name; by it the server is found again where files have moved.</param>
/// <param name="Version">Its version; empty where it declares none.</param>
/// <param name="Artifacts">The packages and images that it is started or taken from.</param>
/// <param name="Reach">What it can touch by its declarations.</param>
/// <param name="Definitions">Itself first, then all that can be asked about it.</param>
/// <param name="Node">Where it was written, for pointing at.</param>
public sealed record LockedServer(
    string Id,
    string Name,
    string Version,
    ImmutableArray<LockedArtifact> Artifacts,
    ImmutableArray<LockedReach> Reach,
    ImmutableArray<LockedDefinition> Definitions,
    DataNode Node);

/// <summary>A package or image.</summary>
/// <param name="Ecosystem">npm, pypi, nuget, oci, …</param>
/// <param name="Name">Its name without version.</param>
/// <param name="Version">Version, range or tag as it was asked for; empty where none was.</param>
/// <param name="Digest">The digest of its bytes, such as <c>sha256:…</c>; empty where none is declared.</param>
/// <param name="Node">Where it was written.</param>
public sealed record LockedArtifact(string Ecosystem, string Name, string Version, string Digest, DataNode Node);

/// <summary>One thing that a server can touch.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The host, path, name of a secret or variable, or scope.</param>
/// <param name="Node">Where it was written.</param>
public sealed record LockedReach(ReachKind Kind, string Value, DataNode Node)
{
    /// <summary>A path that may be written, as a value.</summary>
    public static string Written(string path) => path + " (write)";
}

/// <summary>The kinds of things that a server can touch.</summary>
public enum ReachKind
{
    /// <summary>A host that it is, connects to, or may connect to.</summary>
    Host,

    /// <summary>A path of the user's machine that is mounted, or may be read or written.</summary>
    Path,

    /// <summary>The name of an environment variable, header or setting that is handed to it.</summary>
    Secret,

    /// <summary>An OAuth scope that is asked for.</summary>
    Scope,
}
