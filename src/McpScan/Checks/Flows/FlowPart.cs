using System.Runtime.CompilerServices;
using McpScan.Checks.Capabilities;
using McpScan.Modeling;

namespace McpScan.Checks.Flows;

/// <summary>Who can play a part in a flow: a tool within the reach of an agent, or a server whose tools nobody captured and whose start or package shows what it is for.</summary>
/// <param name="Server">The server.</param>
/// <param name="Shown">The tool, or the launch or package that shows what the server can do.</param>
/// <param name="Roles">What it can do in a flow.</param>
internal sealed record FlowPart(Server Server, Subject Shown, FlowRole Roles)
{
    private static readonly ConditionalWeakTable<Agent, FlowPart[]> Made = [];

    /// <summary>What plays any part within the reach of an agent, each once, in the order of its grants; worked out once for an agent.</summary>
    public static FlowPart[] Of(Agent agent) => Made.GetValue(agent, static a => [.. Find(a)]);

    /// <summary>What a person calls it.</summary>
    public override string ToString() => Shown.Kind == SubjectKind.Tool ? $"{Server.Name}/{Shown.Name}" : $"{Server.Name}/*";

    private static IEnumerable<FlowPart> Find(Agent agent)
    {
        var seen = new HashSet<Subject>(ReferenceEqualityComparer.Instance);
        foreach (var grant in agent.Usable)
        {
            foreach (var tool in grant.Tools)
            {
                if (tool is { Definition: { } definition, Server: { } server } && seen.Add(definition)
                    && FlowRoles.Of(CapabilityIndex.Of(definition)) is not FlowRole.None and var roles)
                {
                    yield return new FlowPart(server, definition, roles);
                }
            }

            foreach (var server in grant.Uncaptured)
            {
                if (seen.Add(server.Self) && OfServer(server) is { } part)
                {
                    yield return part;
                }
            }
        }
    }

    private static FlowPart? OfServer(Server server)
    {
        FlowPart? part = null;
        foreach (var subject in server.Of(SubjectKind.Launch).Concat(server.Of(SubjectKind.Package)))
        {
            if (FlowRoles.Of(CapabilityIndex.Of(subject)) is not FlowRole.None and var roles)
            {
                part = part is null ? new FlowPart(server, subject, roles) : part with { Roles = part.Roles | roles };
            }
        }

        return part;
    }
}
