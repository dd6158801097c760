using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>Makes gateways of what the files of one folder declare.</summary>
internal static class GatewayJoiner
{
    private const string Root = ".";

    /// <summary>The path of the gateway of a folder.</summary>
    public static string PathOf(string home, bool together) => together || home.Length == 0 ? Root : home;

    /// <summary>The gateways by path.</summary>
    /// <param name="servers">All servers of the run.</param>
    /// <param name="others">All subjects that belong to no server.</param>
    /// <param name="together">Whether everything counts as installed together.</param>
    /// <param name="notices">Takes what a bound cut off.</param>
    public static ImmutableArray<Gateway> Join(ImmutableArray<Server> servers, ImmutableArray<Subject> others, bool together, ImmutableArray<Notice>.Builder notices)
    {
        var byPath = new Dictionary<string, Parts>(StringComparer.Ordinal);
        foreach (var server in servers)
        {
            if (server.Gateway is { } path)
            {
                PartsOf(byPath, path).Servers.Add(server);
            }
        }

        var declared = byPath.Keys.ToHashSet(StringComparer.Ordinal);
        declared.UnionWith(others.Where(static subject => subject.Kind == SubjectKind.Gateway && subject.First(GatewayFields.RegistryVersion) is not null)
            .Select(subject => PathOf(ServerPart.HomeOf(subject.Location.Source.Path), together)));
        foreach (var subject in others)
        {
            if (subject.Kind is SubjectKind.Gateway or SubjectKind.Agent or SubjectKind.Limits or SubjectKind.Limit or SubjectKind.Trail)
            {
                PartsOf(byPath, Nearest(ServerPart.HomeOf(subject.Location.Source.Path), together, declared)).Subjects.Add(subject);
            }
        }

        foreach (var server in servers)
        {
            if (server.Gateway is null)
            {
                AddCaptured(byPath, server, together);
            }
        }

        return
        [
            .. byPath.Values.OrderBy(static parts => parts.Path, StringComparer.Ordinal).Select(parts => new Gateway(
                parts.Path, [.. parts.Servers], parts.Captured, [.. parts.Subjects], gateway => new GrantResolver(gateway, notices).Resolve())),
        ];
    }

    /// <summary>A server that no gateway declares is known to those of its folder and of the folders above.</summary>
    private static void AddCaptured(Dictionary<string, Parts> byPath, Server server, bool together)
    {
        foreach (var path in Upwards(PathOf(ServerPart.HomeOf(server.Path), together)))
        {
            if (byPath.TryGetValue(path, out var parts))
            {
                parts.Captured.Add(server);
            }
        }
    }

    /// <summary>The folder itself or the nearest above it that declares servers; the folder itself where none does.</summary>
    private static string Nearest(string home, bool together, HashSet<string> declared)
    {
        var own = PathOf(home, together);
        return Upwards(own).FirstOrDefault(declared.Contains) ?? own;
    }

    /// <summary>A folder and those above it, the root last.</summary>
    private static IEnumerable<string> Upwards(string path)
    {
        while (path != Root)
        {
            yield return path;
            path = path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : Root;
        }

        yield return Root;
    }

    private static Parts PartsOf(Dictionary<string, Parts> byPath, string path)
    {
        if (!byPath.TryGetValue(path, out var parts))
        {
            byPath.Add(path, parts = new Parts(path, [], [], []));
        }

        return parts;
    }

    private sealed record Parts(string Path, List<Server> Servers, List<Server> Captured, List<Subject> Subjects);
}
