using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>Gathers who may call what.</summary>
internal static class AgentJoiner
{
    /// <summary>Tools within the reach of all agents together: a thousand agents may each have ten thousand by one wildcard.</summary>
    private const int MaxReached = 2_000_000;

    /// <summary>All agents of a run by id: those of the gateways, and one for each client configuration.</summary>
    /// <param name="servers">All servers of the run.</param>
    /// <param name="others">All subjects that belong to no server.</param>
    /// <param name="gateways">The gateways.</param>
    /// <param name="notices">Takes what a bound cut off.</param>
    public static ImmutableArray<Agent> Join(ImmutableArray<Server> servers, ImmutableArray<Subject> others, ImmutableArray<Gateway> gateways, ImmutableArray<Notice>.Builder notices)
    {
        var agents = gateways.SelectMany(static gateway => gateway.Agents).ToList();
        var clients = others.Where(static subject => subject.Kind == SubjectKind.Client).ToLookup(static client => client.Location.Source.Path, StringComparer.Ordinal);
        var captured = servers.Where(static server => server is { Group: null } && server.Tools.Any()).ToLookup(static server => server.Name.Raw, StringComparer.Ordinal);
        foreach (var group in servers.Where(static server => server is { Group: not null, Gateway: null }).GroupBy(static server => server.Group!, StringComparer.Ordinal))
        {
            var client = clients[group.Key].FirstOrDefault();
            var folder = FolderOf(group.Key);
            agents.Add(new Agent(
                client?.Id ?? "group:" + group.Key, client?.Name ?? group.Key, AgentKind.Client, group.Key, client,
                [.. group.Select(server => Whole(server, server.Tools.Any() ? null : captured[server.Name.Raw].FirstOrDefault(other => other.Path.StartsWith(folder, StringComparison.Ordinal))))]));
        }

        agents.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return Bounded(agents, notices);
    }

    private static Grant Whole(Server server, Server? captured) => new(
        server.Name, server.Self.Definition, GrantStanding.Allowed, captured is null ? [server] : [server, captured], server.Self.Definition,
        [.. (captured ?? server).Tools.Select(tool => new GrantedTool(tool.Name, true, tool, Server: captured ?? server))]);

    /// <summary>The folder whose captures tell the tools of a configuration's servers: its own, or the one above where its own is one of a program's, such as <c>.vscode/</c>.</summary>
    private static string FolderOf(string path)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        while (folder.Length > 0 && folder[(folder.LastIndexOf('/', folder.Length - 2) + 1)] == '.')
        {
            folder = folder[..(folder.LastIndexOf('/', folder.Length - 2) + 1)];
        }

        return folder;
    }

    private static ImmutableArray<Agent> Bounded(List<Agent> agents, ImmutableArray<Notice>.Builder notices)
    {
        var reached = 0L;
        var beyond = 0;
        for (var i = 0; i < agents.Count; i++)
        {
            reached += agents[i].Usable.Sum(static grant => (long)grant.Tools.Length + grant.Servers.Length);
            if (reached > MaxReached)
            {
                beyond++;
                agents[i] = agents[i] with { IsBeyondBounds = true };
            }
        }

        if (beyond > 0)
        {
            var first = agents[^beyond];
            notices.Add(new Notice(NoticeSeverity.Error, $"The agents of this run reach more than {MaxReached} tools together; flows within the reach of the last {beyond} of them were not examined.", first.Path));
        }

        return [.. agents];
    }
}
