using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>Resolves what each agent may call.</summary>
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
            agents.Add(new Agent(
                client?.Id ?? "group:" + group.Key, client?.Name ?? new Untrusted(group.Key), AgentKind.Client, group.Key, client,
                [.. group.Select(static server => new Grant(server.Name, server.Self.Definition, GrantStanding.Allowed, [server], true, [.. server.Tools.Select(static tool => new GrantedTool(tool.Name, true, tool))]))]));
        }

        agents.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return [.. agents];
    }

    /// <summary>The agents that a gateway declares.</summary>
    public static ImmutableArray<Agent> Declared(List<Subject> subjects, GatewayServerIndex servers) =>
    [
        .. subjects.Where(static subject => subject.Kind == SubjectKind.Agent)
            .Select(agent => new Agent(agent.Id, agent.Name, AgentKind.Declared, agent.Location.Source.Path, agent, Grants(agent, servers))),
    ];

    private static ImmutableArray<Grant> Grants(Subject agent, GatewayServerIndex servers)
    {
        var denied = Scalars(agent, AgentFields.Denied).Select(static name => name.Value).ToHashSet(StringComparer.Ordinal);
        var tools = agent.Select(AgentFields.AllowedTool).Where(static entry => entry.Node is ScalarNode).ToLookup(static entry => entry.Key, static entry => (ScalarNode)entry.Node);
        var listed = agent.Select(AgentFields.ToolList).Select(static entry => entry.Key).ToHashSet();
        var grants = ImmutableArray.CreateBuilder<Grant>();
        var allowed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var server in Scalars(agent, AgentFields.Allowed))
        {
            allowed.Add(server.Value);
            grants.Add(Allowed(server, listed.Contains(server) ? [.. tools[server]] : null, servers, denied.Contains(server.Value)));
        }

        foreach (var server in Scalars(agent, AgentFields.Denied).Where(server => allowed.Add(server.Value)))
        {
            grants.Add(new Grant(new Untrusted(server.Value), server, GrantStanding.Denied, servers.Find(server.Value).Servers, true, []));
        }

        return grants.ToImmutable();
    }

    /// <summary>A grant.</summary>
    /// <param name="server">The server as the agent names it.</param>
    /// <param name="tools">The tools that it names; null where it has no list of tools.</param>
    /// <param name="servers">The servers that there are.</param>
    /// <param name="isDenied">Whether the agent is denied the same server.</param>
    private static Grant Allowed(ScalarNode server, ScalarNode[]? tools, GatewayServerIndex servers, bool isDenied)
    {
        var name = new Untrusted(server.Value);
        var isWhole = tools is null || Array.Exists(tools, Wildcard.IsAll);
        if (Wildcard.Is(server.Value))
        {
            var matching = servers.Declared.RemoveAll(each => !Wildcard.Fits(server.Value, each.Name.Raw));
            return new Grant(name, server, GrantStanding.Allowed, matching, isWhole, isWhole ? [] : [.. tools!.Select(static tool => new GrantedTool(tool.Value, null, null))]);
        }

        var found = servers.Find(server.Value);
        var standing = isDenied ? GrantStanding.Denied
            : found.Servers.IsEmpty && !servers.Declared.IsEmpty ? GrantStanding.Unknown
            : found.IsDeprecated ? GrantStanding.Deprecated : GrantStanding.Allowed;
        return new Grant(name, server, standing, found.Servers, isWhole, isWhole ? found.Tools : [.. tools!.SelectMany(tool => Tools(tool.Value, found.Tools)).DistinctBy(static tool => tool.Name.Raw)]);
    }

    private static ImmutableArray<GrantedTool> Tools(string name, ImmutableArray<GrantedTool> known)
    {
        var fitting = known.RemoveAll(tool => !Wildcard.Fits(name, tool.Name.Raw));
        return fitting.IsEmpty ? [new GrantedTool(name, known.IsEmpty ? null : false, null)] : fitting;
    }

    private static IEnumerable<ScalarNode> Scalars(Subject agent, Field field) => agent.Select(field).Select(static entry => entry.Node).OfType<ScalarNode>();
}
