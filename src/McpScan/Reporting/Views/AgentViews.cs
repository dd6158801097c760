using McpScan.Auditing;
using McpScan.Modeling;

namespace McpScan.Reporting.Views;

/// <summary>Makes the views of agents, of bounded length.</summary>
internal static class AgentViews
{
    /// <summary>Agents, servers of an agent and tools of a server that a person gets to see; the JSON report has more.</summary>
    private const int MaxAgents = 50;
    private const int MaxServers = 25;
    private const int MaxTools = 15;

    public static List<AgentView> Of(AuditReport report) => [.. report.Agents.Where(static agent => agent.IsShown).Take(MaxAgents).Select(Of)];

    /// <summary>How many agents people must see.</summary>
    public static int Count(AuditReport report) => report.Agents.Count(static agent => agent.IsShown);

    /// <summary>How many of them are not shown for want of room.</summary>
    public static int LeftOut(AuditReport report) => Math.Max(0, Count(report) - MaxAgents);

    private static AgentView Of(AgentReport agent)
    {
        var rows = agent.Servers.Take(MaxServers).Select(Of).ToList();
        if (agent.Servers.Length > MaxServers)
        {
            rows.Add(new GrantView("", "", 0, [], $"and {Phrases.Count(agent.Servers.Length - MaxServers, "more server", "more servers")}"));
        }
        else if (rows.Count == 0)
        {
            rows.Add(new GrantView("", "", 0, [], "none"));
        }

        return new AgentView(agent.Name.Raw, agent.Path, rows, rows.Count, agent.ToxicFlows.IsEmpty ? "" : Phrases.Count(agent.ToxicFlows.Length, "toxic flow"));
    }

    private static GrantView Of(GrantReport grant)
    {
        var tools = grant.Tools.Take(MaxTools).Select(static tool => new GrantedToolView(tool.Name.Raw, tool.IsKnown == false)).ToList();
        var more = grant.ToolCount - tools.Count;
        var left = more > 0 ? $"and {Phrases.Count(more, "more tool", "more tools")}" : "";
        return new GrantView(grant.Name.Raw, Words.Of(grant.Standing), grant.ToolCount, tools, grant.Standing == GrantStanding.Denied ? "" : Join(grant.IsWhole ? "every tool" : "", left));
    }

    private static string Join(string one, string other) => one.Length > 0 && other.Length > 0 ? $"{one}, {other}" : one + other;
}
