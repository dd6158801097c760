using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Discovery;

/// <summary>Gathers who may call what.</summary>
internal static class AgentJoiner
{
    /// <summary>All agents of a run by id: those of the gateways, and one for each client configuration.</summary>
    public static ImmutableArray<Agent> Join(ImmutableArray<Server> servers, ImmutableArray<Subject> others, ImmutableArray<Gateway> gateways)
    {
        var agents = gateways.SelectMany(static gateway => gateway.Agents).ToList();
        var clients = others.Where(static subject => subject.Kind == SubjectKind.Client).ToLookup(static client => client.Location.Source.Path, StringComparer.Ordinal);
        foreach (var group in servers.Where(static server => server is { Group: not null, Gateway: null }).GroupBy(static server => server.Group!, StringComparer.Ordinal))
        {
            var client = clients[group.Key].FirstOrDefault();
            agents.Add(new Agent(client?.Id ?? "group:" + group.Key, client?.Name ?? group.Key, AgentKind.Client, group.Key, client, [.. group.Select(Whole)]));
        }

        agents.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return [.. agents];
    }

    private static Grant Whole(Server server) => new(
        server.Name, server.Self.Definition, GrantStanding.Allowed, [server], server.Self.Definition,
        [.. server.Tools.Select(static tool => new GrantedTool(tool.Name, true, tool))]);
}
