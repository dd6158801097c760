using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Discovery;

/// <summary>Makes gateways of what the files of one folder declare.</summary>
internal static class GatewayJoiner
{
    private const string Root = ".";

    /// <summary>The path of the gateway of a folder.</summary>
    public static string PathOf(string home, bool together) => together || home.Length == 0 ? Root : home;

    /// <summary>The gateways by path.</summary>
    public static ImmutableArray<Gateway> Join(ImmutableArray<Server> servers, ImmutableArray<Subject> others, bool together)
    {
        var byPath = new SortedDictionary<string, Parts>(StringComparer.Ordinal);
        foreach (var server in servers)
        {
            if (server.Gateway is { } path)
            {
                PartsOf(byPath, path).Servers.Add(server);
            }
        }

        var declared = byPath.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var subject in others)
        {
            if (subject.Kind is SubjectKind.Gateway or SubjectKind.Agent or SubjectKind.Limits or SubjectKind.Limit or SubjectKind.Trail)
            {
                PartsOf(byPath, Nearest(ServerPart.HomeOf(subject.Location.Source.Path), together, declared)).Subjects.Add(subject);
            }
        }

        return
        [
            .. byPath.Select(pair => new Gateway(
                pair.Key, [.. pair.Value.Servers], [.. pair.Value.Subjects],
                AgentJoiner.Declared(pair.Value.Subjects, new GatewayServerIndex(pair.Key, pair.Value.Servers, servers)))),
        ];
    }

    /// <summary>The folder itself or the nearest above it that declares servers; the folder itself where none does.</summary>
    private static string Nearest(string home, bool together, HashSet<string> declared)
    {
        var own = PathOf(home, together);
        for (var path = own; path != Root; path = path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : Root)
        {
            if (declared.Contains(path))
            {
                return path;
            }
        }

        return declared.Contains(Root) ? Root : own;
    }

    private static Parts PartsOf(SortedDictionary<string, Parts> byPath, string path)
    {
        if (!byPath.TryGetValue(path, out var parts))
        {
            byPath.Add(path, parts = new Parts([], []));
        }

        return parts;
    }

    private sealed record Parts(List<Server> Servers, List<Subject> Subjects);
}
