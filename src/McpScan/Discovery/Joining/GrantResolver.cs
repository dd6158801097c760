using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>Resolves what the agents of one gateway may call.</summary>
/// <param name="gateway">The gateway.</param>
/// <param name="notices">Takes what a bound cut off.</param>
internal sealed class GrantResolver(Gateway gateway, ImmutableArray<Notice>.Builder notices)
{
    /// <summary>Names that are compared with patterns: many patterns times many tools is more than anybody waits for.</summary>
    private const int MaxComparisons = 5_000_000;

    private readonly Dictionary<string, (ImmutableArray<Server> Servers, ImmutableArray<GrantedTool> Tools)> _fitting = new(StringComparer.Ordinal);
    private readonly int _tools = gateway.Servers.Sum(server => gateway.Find(server.Name.Raw)!.Tools.Length);
    private int _comparisons;

    public ImmutableArray<Agent> Resolve() =>
    [
        .. gateway.Subjects.Where(static subject => subject.Kind == SubjectKind.Agent)
            .Select(agent => new Agent(agent.Id, agent.Name, AgentKind.Declared, agent.Location.Source.Path, agent, Grants(agent))),
    ];

    private ImmutableArray<Grant> Grants(Subject agent)
    {
        var denied = Scalars(agent, AgentFields.Denied).Select(static name => name.Value).ToHashSet(StringComparer.Ordinal);
        var tools = agent.Select(AgentFields.AllowedTool).Where(static entry => entry.Node is ScalarNode).ToLookup(static entry => entry.Key, static entry => (ScalarNode)entry.Node);
        var listed = agent.Select(AgentFields.ToolList).Select(static entry => entry.Key).ToHashSet();
        var grants = ImmutableArray.CreateBuilder<Grant>();
        var allowed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var server in Scalars(agent, AgentFields.Allowed))
        {
            allowed.Add(server.Value);
            grants.Add(Allowed(server, listed.Contains(server) ? [.. tools[server]] : null, denied.Contains(server.Value)));
        }

        foreach (var server in Scalars(agent, AgentFields.Denied).Where(server => allowed.Add(server.Value)))
        {
            grants.Add(new Grant(server.Value, server, GrantStanding.Denied, gateway.Find(server.Value)?.Servers ?? [], server, []));
        }

        return grants.ToImmutable();
    }

    /// <summary>A grant.</summary>
    /// <param name="server">The server as the agent names it.</param>
    /// <param name="tools">The tools that it names; null where it has no list of tools.</param>
    /// <param name="isDenied">Whether the agent is denied the same server.</param>
    private Grant Allowed(ScalarNode server, ScalarNode[]? tools, bool isDenied)
    {
        var whole = tools is null ? server : Array.Find(tools, Wildcard.IsAll);
        if (Wildcard.Is(server.Value))
        {
            var fitting = Fitting(server);
            return new Grant(
                server.Value, server, GrantStanding.Allowed, fitting.Servers, whole,
                whole is null ? [.. tools!.Select(static tool => new GrantedTool(tool.Value, null, null, tool))] : fitting.Tools);
        }

        var found = gateway.Find(server.Value);
        var standing = isDenied ? GrantStanding.Contradictory
            : found is null && gateway.KnowsServers ? GrantStanding.Unknown
            : found?.Deprecated is not null ? GrantStanding.Deprecated : GrantStanding.Allowed;
        return new Grant(
            server.Value, server, standing, found?.Servers ?? [], whole,
            whole is not null ? found?.Tools ?? [] : [.. tools!.SelectMany(tool => Tools(tool, found)).DistinctBy(static tool => tool.Name.Raw)]);
    }

    /// <summary>The servers that a pattern stands for, with all their tools; each pattern is looked up once.</summary>
    private (ImmutableArray<Server> Servers, ImmutableArray<GrantedTool> Tools) Fitting(ScalarNode pattern)
    {
        if (!_fitting.TryGetValue(pattern.Value, out var found))
        {
            var servers = May(gateway.Servers.Length + _tools, pattern) ? gateway.Servers.RemoveAll(each => !Wildcard.Fits(pattern.Value, each.Name.Raw)) : [];
            found = (servers, [.. servers.DistinctBy(static server => server.Name.Raw).SelectMany(server => gateway.Find(server.Name.Raw)!.Tools)]);
            _fitting.Add(pattern.Value, found);
        }

        return found;
    }

    private ImmutableArray<GrantedTool> Tools(ScalarNode name, NamedServers? server)
    {
        if (server is null || server.Tools.IsEmpty)
        {
            return [new GrantedTool(name.Value, null, null, name)];
        }

        if (!Wildcard.Is(name.Value))
        {
            return [server.Tool(name.Value) is { } tool ? tool with { Place = name } : new GrantedTool(name.Value, false, null, name)];
        }

        if (!May(server.Tools.Length, name))
        {
            return [new GrantedTool(name.Value, null, null, name)];
        }

        ImmutableArray<GrantedTool> fitting = [.. server.Tools.Where(tool => Wildcard.Fits(name.Value, tool.Name.Raw)).Select(tool => tool with { Place = name })];
        return fitting.IsEmpty ? [new GrantedTool(name.Value, false, null, name)] : fitting;
    }

    /// <summary>Whether so many more comparisons are within the bound; that they are not is said once.</summary>
    private bool May(int comparisons, ScalarNode pattern)
    {
        if (_comparisons > MaxComparisons)
        {
            return false;
        }

        _comparisons += comparisons;
        if (_comparisons > MaxComparisons)
        {
            notices.Add(Notice.At(NoticeSeverity.Error, pattern.Source, pattern.Span,
                $"The patterns of this gateway's agents ask for more than {MaxComparisons} comparisons; what this one and those behind it allow was not examined."));
            return false;
        }

        return true;
    }

    private static IEnumerable<ScalarNode> Scalars(Subject agent, Field field) => agent.Select(field).Select(static entry => entry.Node).OfType<ScalarNode>();
}
