using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>What one artifact says about one server. The joiner makes servers of fragments.</summary>
public sealed record ServerFragment
{
    /// <summary>How it finds its server.</summary>
    public required FragmentScope Scope { get; init; }

    /// <summary>The name that this artifact gives the server; empty where it gives none.</summary>
    public Untrusted Name { get; init; } = "";

    /// <summary>The version that this artifact gives the server; empty where it gives none.</summary>
    public Untrusted Version { get; init; } = "";

    /// <summary>How far this artifact's word on name and version counts against another's: greater wins (manifest 30, server info 20, package metadata 10).</summary>
    public int Authority { get; init; }

    /// <summary>Names under which other artifacts may mean the same server, such as <c>registry:io.github.a/b</c> or <c>npm:@a/b</c>.</summary>
    public ImmutableArray<string> Identities { get; init; } = [];

    /// <summary>For an entry of a file that holds several servers: its key in the file.</summary>
    public string? EntryName { get; init; }

    /// <summary>Whether its servers are installed together (a client configuration), so that they are compared with each other.</summary>
    public bool IsInstalledTogether { get; init; }

    /// <summary>Where to point when the server as a whole is meant.</summary>
    public required DataNode Anchor { get; init; }

    /// <summary>Fields of the server itself.</summary>
    public ImmutableArray<FieldEntry> Entries { get; init; } = [];

    /// <summary>Its parts.</summary>
    public ImmutableArray<SubjectDraft> Subjects { get; init; } = [];
}

/// <summary>How a fragment finds its server.</summary>
public enum FragmentScope
{
    /// <summary>An entry of a file that holds several servers (client configuration, catalog): a server of its own.</summary>
    Entry,

    /// <summary>An entry of a gateway's file: joins what other such files of its folder say under the same name.</summary>
    Gateway,

    /// <summary>A manifest or package metadata: it describes the server that lives in its folder.</summary>
    Folder,

    /// <summary>A captured result (tools/list, initialize, …): joins the server of its folder or of its server info, else is one by itself.</summary>
    Capture,

    /// <summary>Facts that make no server of their own, such as a Dockerfile or a package.json without a trace of MCP: joins the server of its folder, if there is one.</summary>
    Supplement,
}
