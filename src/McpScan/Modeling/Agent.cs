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

    /// <summary>Whether flows within its reach are not examined, because all agents of the run together reach more tools than anybody waits for.</summary>
    public bool IsBeyondBounds { get; init; }
}

/// <summary>Where an agent comes from.</summary>
public enum AgentKind
{
    /// <summary>A gateway names it, with what it may call.</summary>
    Declared,

    /// <summary>The user of a client: it may call every tool of every server that the client installs.</summary>
    Client,
}
