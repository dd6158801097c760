using System.Runtime.CompilerServices;
using McpScan.Checks.Capabilities;
using McpScan.Modeling;

namespace McpScan.Checks.Flows;

/// <summary>A tool within the reach of an agent, and the parts it can play.</summary>
/// <param name="Server">Its server.</param>
/// <param name="Tool">Its definition.</param>
/// <param name="Roles">What it can do in a flow.</param>
internal sealed record FlowTool(Server Server, Subject Tool, FlowRole Roles)
{
    private static readonly ConditionalWeakTable<Agent, FlowTool[]> Made = [];

    /// <summary>The tools of an agent that play any part, in the order of its grants; worked out once for an agent.</summary>
    public static FlowTool[] Of(Agent agent) => Made.GetValue(agent, static a =>
    [
        .. from grant in a.Usable
           from server in grant.Servers
           let granted = grant.Tools.Select(static tool => tool.Definition).OfType<Subject>().ToHashSet(ReferenceEqualityComparer.Instance)
           from tool in server.Tools
           where granted.Contains(tool)
           let roles = FlowRoles.Of(CapabilityIndex.Of(tool))
           where roles != FlowRole.None
           select new FlowTool(server, tool, roles),
    ]);
}
