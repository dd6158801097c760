using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>What the files of one folder say together about one gateway or central registry. Rules that compare agents, limits and servers look here.</summary>
public sealed class Gateway
{
    private readonly Dictionary<string, NamedServers> _byName;
    private readonly Dictionary<Subject, Agent> _agents = new(ReferenceEqualityComparer.Instance);

    /// <param name="path">The folder, without a trailing slash; <c>.</c> at the root, and for all files where everything counts as installed together.</param>
    /// <param name="servers">The servers that it declares, by id.</param>
    /// <param name="captured">Other servers of the run that lie below the folder: what was captured from a server tells its tools.</param>
    /// <param name="subjects">Its files, agents, limits and audit trails, by id.</param>
    /// <param name="agents">Resolves its agents.</param>
    public Gateway(string path, ImmutableArray<Server> servers, IEnumerable<Server> captured, ImmutableArray<Subject> subjects, Func<Gateway, ImmutableArray<Agent>> agents)
    {
        (Path, Servers, Subjects) = (path, servers, subjects);
        KnowsServers = servers.Length > 0 || subjects.Any(static subject => subject.Kind == SubjectKind.Gateway && subject.First(GatewayFields.RegistryVersion) is not null);
        var others = captured.ToLookup(static server => server.Name.Raw, StringComparer.Ordinal);
        _byName = servers.GroupBy(static server => server.Name.Raw, StringComparer.Ordinal)
            .ToDictionary(static named => named.Key, named => NamedServers.Of([.. named, .. others[named.Key]]), StringComparer.Ordinal);
        Agents = agents(this);
        foreach (var agent in Agents)
        {
            _agents.Add(agent.Subject!, agent);
        }
    }

    public string Path { get; }

    public ImmutableArray<Server> Servers { get; }

    public ImmutableArray<Subject> Subjects { get; }

    /// <summary>Its agents, by id.</summary>
    public ImmutableArray<Agent> Agents { get; }

    /// <summary>Whether there is a list of servers, so that a name which is not in it is unknown.</summary>
    public bool KnowsServers { get; }

    /// <summary>What a name means; null where the gateway declares no server of that name.</summary>
    public NamedServers? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The agent of a subject, or null.</summary>
    public Agent? AgentOf(Subject subject) => _agents.GetValueOrDefault(subject);
}
