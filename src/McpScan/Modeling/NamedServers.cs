using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>The servers that one name means within a gateway.</summary>
public sealed class NamedServers
{
    private static readonly string[] Leaving = ["deprecated", "retired", "withdrawn", "decommissioned", "disabled", "sunset", "end-of-life", "eol"];

    private readonly Dictionary<string, GrantedTool> _tools = new(StringComparer.Ordinal);

    private NamedServers(ImmutableArray<Server> servers)
    {
        Servers = servers;
        Deprecated = servers.FirstOrDefault(static server => IsDeprecated(server.Self));
        foreach (var server in servers)
        {
            foreach (var tool in server.Tools)
            {
                _tools.TryAdd(tool.Name.Raw, new GrantedTool(tool.Name, true, tool, Server: server));
            }
        }

        foreach (var entry in servers.SelectMany(static server => server.Self.Select(ServerFields.ToolName)))
        {
            if (entry.Node is ScalarNode name)
            {
                _tools.TryAdd(name.Value, new GrantedTool(new Untrusted(name.Value), true));
            }
        }

        Tools = [.. _tools.Values.OrderBy(static tool => tool.Name.Raw, StringComparer.Ordinal)];
    }

    /// <summary>Declared ones by id, then captured ones.</summary>
    public ImmutableArray<Server> Servers { get; }

    /// <summary>Their tools as far as anybody named them, by name.</summary>
    public ImmutableArray<GrantedTool> Tools { get; }

    /// <summary>Where a registry says that one of them is on its way out, that one; null otherwise.</summary>
    public Server? Deprecated { get; }

    /// <summary>A tool by name, or null.</summary>
    public GrantedTool? Tool(string name) => _tools.GetValueOrDefault(name);

    /// <summary>Whether a registry says that a server is on its way out.</summary>
    public static bool IsDeprecated(Subject server) => Leaving.Contains(server.FirstText(ServerFields.Status) ?? "", StringComparer.OrdinalIgnoreCase);

    internal static NamedServers Of(ImmutableArray<Server> servers) => new(servers);
}
