using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>An agent in the report: its rows of the agent × server × tool matrix.</summary>
public sealed record AgentReport
{
    public required string Id { get; init; }

    public required Untrusted Name { get; init; }

    public required AgentKind Kind { get; init; }

    /// <summary>The file that declares it.</summary>
    public required string Path { get; init; }

    /// <summary>What it may call, in document order, then what it must not.</summary>
    public required ImmutableArray<GrantReport> Servers { get; init; }

    /// <summary>What the tools within its reach show with medium or high confidence, at most <see cref="AgentReporter.MaxListed"/>.</summary>
    public ImmutableArray<Untrusted> Capabilities { get; init; } = [];

    /// <summary>Fingerprints of the findings that speak of toxic flows within its reach, in the order of the findings.</summary>
    public ImmutableArray<string> ToxicFlows { get; init; } = [];

    /// <summary>Whether reports for people show it: every declared agent, and the user of a client who has a toxic flow.</summary>
    public bool IsShown => Kind == AgentKind.Declared || !ToxicFlows.IsEmpty;
}

/// <summary>One server in the reach of an agent.</summary>
/// <param name="Name">The server as the agent names it, or a pattern.</param>
/// <param name="Ids">The ids of the servers that it means, at most <see cref="AgentReporter.MaxListed"/>.</param>
/// <param name="Standing">What comes of the grant.</param>
/// <param name="IsWhole">Whether every tool is within reach, those that nobody knows included.</param>
/// <param name="ToolCount">How many tools are named or known.</param>
/// <param name="Tools">The first of them, at most <see cref="AgentReporter.MaxListed"/>.</param>
public sealed record GrantReport(
    Untrusted Name, ImmutableArray<string> Ids, GrantStanding Standing, bool IsWhole, int ToolCount, ImmutableArray<GrantedToolReport> Tools);

/// <summary>A tool in the reach of an agent.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsKnown">Whether the server has it; null where nobody knows the server's tools.</param>
public sealed record GrantedToolReport(Untrusted Name, bool? IsKnown);
