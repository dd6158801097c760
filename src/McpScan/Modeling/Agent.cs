using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>Who may call what: servers and tools within reach of one model. The column of the agent × server × tool matrix.</summary>
/// <param name="Id">The id of its subject, or the group of a client configuration; unique in a run.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Kind">Whether a gateway declares it, or a client configuration makes it.</param>
/// <param name="Path">The file that declares it.</param>
/// <param name="Subject">The agent, or the client, as a subject; null where several configurations count as one.</param>
/// <param name="Grants">What it may call, in document order, then what it must not.</param>
public sealed record Agent(string Id, Untrusted Name, AgentKind Kind, string Path, Subject? Subject, ImmutableArray<Grant> Grants)
{
    /// <summary>The grants that let it call something.</summary>
    public IEnumerable<Grant> Usable => Grants.Where(static grant => grant.Standing is GrantStanding.Allowed or GrantStanding.Deprecated);
}

/// <summary>Where an agent comes from.</summary>
public enum AgentKind
{
    /// <summary>A gateway names it, with what it may call.</summary>
    Declared,

    /// <summary>The user of a client: it may call every tool of every server that the client installs.</summary>
    Client,
}

/// <summary>One server in the reach of an agent.</summary>
/// <param name="Name">The server as the agent names it.</param>
/// <param name="Place">Where it names it.</param>
/// <param name="Standing">What comes of the grant.</param>
/// <param name="Servers">The servers of that name, with all that is known of their tools; several where they were not joined, none where the name is unknown.</param>
/// <param name="IsWhole">Whether it may call every tool, be it by a wildcard or because no tools are named.</param>
/// <param name="Tools">The tools within its reach, as far as they are named or known.</param>
public sealed record Grant(Untrusted Name, DataNode Place, GrantStanding Standing, ImmutableArray<Server> Servers, bool IsWhole, ImmutableArray<GrantedTool> Tools);

/// <summary>What comes of a grant.</summary>
public enum GrantStanding
{
    /// <summary>The agent may call the server.</summary>
    Allowed,

    /// <summary>It may, but the registry says that the server is on its way out.</summary>
    Deprecated,

    /// <summary>It must not.</summary>
    Denied,

    /// <summary>No registry knows the server.</summary>
    Unknown,
}

/// <summary>A tool in the reach of an agent.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsKnown">Whether the server has it; null where nobody knows the server's tools.</param>
/// <param name="Definition">Its definition where one was read.</param>
public sealed record GrantedTool(Untrusted Name, bool? IsKnown, Subject? Definition);
