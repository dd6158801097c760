using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>Finds the servers of a gateway by the names that its agents use, with what is known of their tools. Each name is looked up once.</summary>
internal sealed class GatewayServerIndex
{
    private static readonly NamedServers Nobody = new([], [], false);

    private readonly ILookup<string, Server> _byName;
    private readonly Dictionary<string, NamedServers> _found = new(StringComparer.Ordinal);

    /// <param name="path">The gateway's folder.</param>
    /// <param name="declared">The servers that it declares.</param>
    /// <param name="all">All servers of the run: what was captured from a server, below the folder and under its name, tells its tools.</param>
    public GatewayServerIndex(string path, List<Server> declared, ImmutableArray<Server> all)
    {
        Declared = [.. declared];
        var captured = declared.Count == 0 ? [] : all.Where(server => server.Gateway is null && (path == "." || server.Path.StartsWith(path + "/", StringComparison.Ordinal)));
        _byName = declared.Concat(captured).ToLookup(static server => server.Name.Raw, StringComparer.Ordinal);
    }

    /// <summary>The servers that the gateway declares; none where the agents stand alone.</summary>
    public ImmutableArray<Server> Declared { get; }

    /// <summary>The servers of a name; none where it is not declared.</summary>
    public NamedServers Find(string name)
    {
        if (_found.TryGetValue(name, out var found))
        {
            return found;
        }

        ImmutableArray<Server> servers = [.. _byName[name]];
        found = servers.Any(static server => server.Gateway is not null) ? new NamedServers(servers, ToolsOf(servers), servers.Any(IsDeprecated)) : Nobody;
        _found.Add(name, found);
        return found;
    }

    private static ImmutableArray<GrantedTool> ToolsOf(ImmutableArray<Server> servers)
    {
        var tools = new Dictionary<string, GrantedTool>(StringComparer.Ordinal);
        foreach (var tool in servers.SelectMany(static server => server.Tools))
        {
            tools.TryAdd(tool.Name.Raw, new GrantedTool(tool.Name, true, tool));
        }

        foreach (var entry in servers.SelectMany(static server => server.Self.Select(ServerFields.ToolName)))
        {
            if (entry.Node is ScalarNode name)
            {
                tools.TryAdd(name.Value, new GrantedTool(new Untrusted(name.Value), true, null));
            }
        }

        return [.. tools.Values.OrderBy(static tool => tool.Name.Raw, StringComparer.Ordinal)];
    }

    private static bool IsDeprecated(Server server) =>
        server.Self.FirstText(ServerFields.Status)?.ToLowerInvariant() is "deprecated" or "retired" or "withdrawn" or "decommissioned" or "disabled" or "sunset" or "end-of-life";
}

/// <summary>The servers that one name means.</summary>
/// <param name="Servers">The servers, by id.</param>
/// <param name="Tools">Their tools as far as anybody named them, by name.</param>
/// <param name="IsDeprecated">Whether the registry says that one of them is on its way out.</param>
internal sealed record NamedServers(ImmutableArray<Server> Servers, ImmutableArray<GrantedTool> Tools, bool IsDeprecated);
