using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>One server in the reach of an agent.</summary>
/// <param name="Name">The server as the agent names it, or a pattern of names.</param>
/// <param name="Place">Where it names it.</param>
/// <param name="Standing">What comes of the grant.</param>
/// <param name="Servers">The servers of that name, with all that is known of their tools; several where they were not joined, none where the name is unknown.</param>
/// <param name="Whole">Where it says that the agent may call every tool: a wildcard, or the server's name where no tools are listed. Null where only some tools are within its reach.</param>
/// <param name="Tools">The tools within its reach, as far as they are named or known.</param>
public sealed record Grant(Untrusted Name, DataNode Place, GrantStanding Standing, ImmutableArray<Server> Servers, DataNode? Whole, ImmutableArray<GrantedTool> Tools)
{
    /// <summary>The servers that the agent has as a whole and of whose tools nobody read a definition; one of each name.</summary>
    public ImmutableArray<Server> Uncaptured { get; } = Whole is null ? [] : Unknown(Servers);

    /// <summary>Whether it lets the agent call a tool of which nobody read a definition.</summary>
    public bool HasUnknownTools => !Uncaptured.IsEmpty || Servers.IsEmpty || Tools.Any(static tool => tool.Definition is null);

    private static ImmutableArray<Server> Unknown(ImmutableArray<Server> servers)
    {
        var known = servers.Where(static server => server.Tools.Any()).Select(static server => server.Name.Raw).ToHashSet(StringComparer.Ordinal);
        return [.. servers.Where(server => known.Add(server.Name.Raw))];
    }
}

/// <summary>What comes of a grant.</summary>
public enum GrantStanding
{
    /// <summary>The agent may call the server.</summary>
    Allowed,

    /// <summary>It may, but the registry says that the server is on its way out.</summary>
    Deprecated,

    /// <summary>It is allowed and denied the same server.</summary>
    Contradictory,

    /// <summary>It must not.</summary>
    Denied,

    /// <summary>It may, but no registry knows the server.</summary>
    Unknown,
}

/// <summary>A tool in the reach of an agent.</summary>
/// <param name="Name">Its name, or a pattern that nothing fits.</param>
/// <param name="IsKnown">Whether the server has it; null where nobody knows the server's tools.</param>
/// <param name="Definition">Its definition where one was read.</param>
/// <param name="Place">Where the agent names it; null where it has the server as a whole.</param>
/// <param name="Server">The server that the definition was read of; null where none was.</param>
public sealed record GrantedTool(Untrusted Name, bool? IsKnown, Subject? Definition = null, DataNode? Place = null, Server? Server = null);
