using System.Collections.Immutable;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Discovery.Recognisers;

/// <summary>A client of catalogs/lists/clients.yaml.</summary>
/// <param name="Id">Its id, as in <c>client-config/cursor</c>.</param>
/// <param name="RootKeys">Root keys that its files may have.</param>
/// <param name="FileNames">File names that say the client wherever the file lies.</param>
/// <param name="Paths">The last segments of its paths, without home, drive and Windows folders.</param>
internal sealed record ClientIdentity(string Id, ImmutableArray<string> RootKeys, ImmutableArray<string> FileNames, ImmutableArray<string[]> Paths)
{
    // Read once, and only when the first client configuration turns up.
    private static readonly Lazy<ImmutableArray<ClientIdentity>> All = new(Load);

    /// <summary>The client whose path fits best, of several that share it the first that has one of the root keys; null where none fits.</summary>
    public static ClientIdentity? Find(string path, DataNode root)
    {
        var segments = path.Split('/');
        ClientIdentity? best = null;
        var bestLength = 0;
        foreach (var client in All.Value)
        {
            var length = client.Match(segments);
            if (length > bestLength && client.HasRootKey(root))
            {
                (best, bestLength) = (client, length);
            }
        }

        return best;
    }

    private int Match(string[] segments)
    {
        var best = 0;
        foreach (var name in FileNames)
        {
            best = string.Equals(name, segments[^1], StringComparison.OrdinalIgnoreCase) ? 1 : best;
        }

        foreach (var path in Paths)
        {
            best = path.Length > best && EndsWith(segments, path) ? path.Length : best;
        }

        return best;
    }

    private static bool EndsWith(string[] segments, string[] path)
    {
        for (var i = 1; i <= path.Length; i++)
        {
            if (i > segments.Length || !Fits(segments[^i], path[^i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(string segment, string pattern) =>
        pattern[0] == '*'
            ? segment.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
            : string.Equals(segment, pattern, StringComparison.OrdinalIgnoreCase);

    private bool HasRootKey(DataNode root)
    {
        foreach (var key in RootKeys)
        {
            if (root[key] is not null)
            {
                return true;
            }
        }

        // A bare map of servers and a file of settings alone have none.
        return root["mcpServers"] is null && root["servers"] is null;
    }

    private static ImmutableArray<ClientIdentity> Load()
    {
        var clients = ImmutableArray.CreateBuilder<ClientIdentity>();
        foreach (var entry in Lists.BuiltIn.Entries("clients") is { } entries ? entries.Items : [])
        {
            var paths = ImmutableArray.CreateBuilder<string[]>();
            foreach (var place in entry["paths"] is { } places ? places.Items : [])
            {
                paths.Add(TailOf(place["path"]?.AsString() ?? ""));
            }

            clients.Add(new ClientIdentity(entry["id"]?.AsString() ?? "", Texts(entry["rootKeys"]), Texts(entry["fileNames"]), paths.ToImmutable()));
        }

        return clients.ToImmutable();
    }

    private static string[] TailOf(string path)
    {
        var segments = path.TrimStart('/').Split('/');
        return segments[0] is "~" or "C:" or ['%', ..] ? segments[1..] : segments;
    }

    private static ImmutableArray<string> Texts(DataNode? list)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list is null ? [] : list.Items)
        {
            texts.Add(item.AsString() ?? "");
        }

        return texts.ToImmutable();
    }
}
