using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Discovery.Recognisers;

/// <summary>A client of catalogs/lists/clients.yaml.</summary>
/// <param name="Id">Its id, as in <c>client-config/cursor</c>.</param>
/// <param name="RootKeys">Root keys that its files may have.</param>
/// <param name="FileNames">File names that say the client wherever the file lies.</param>
/// <param name="Paths">The last segments of its paths, without home, drive and Windows folders.</param>
internal sealed record ClientIdentity(string Id, string[] RootKeys, string[] FileNames, string[][] Paths)
{
    private static ClientIdentity[]? _all;

    // Read when the first client configuration turns up. Two threads may both read it, to the same end.
    private static ClientIdentity[] All => _all ??= Load();

    /// <summary>The client whose path fits best, of several that share it the first that has one of the root keys; null where none fits.</summary>
    public static ClientIdentity? Find(string path, DataNode root)
    {
        var segments = path.Split('/');
        ClientIdentity? best = null;
        var bestLength = 0;
        foreach (var client in All)
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

    private static ClientIdentity[] Load()
    {
        var clients = new List<ClientIdentity>();
        foreach (var entry in Lists.BuiltIn.Entries("clients") is { } entries ? entries.Items : [])
        {
            var paths = new List<string[]>();
            foreach (var place in entry["paths"] is { } places ? places.Items : [])
            {
                paths.Add(TailOf(place["path"]?.AsString() ?? ""));
            }

            clients.Add(new ClientIdentity(entry["id"]?.AsString() ?? "", Texts(entry["rootKeys"]), Texts(entry["fileNames"]), [.. paths]));
        }

        return [.. clients];
    }

    private static string[] TailOf(string path)
    {
        var segments = path.TrimStart('/').Split('/');
        return segments[0] is "~" or "C:" or ['%', ..] ? segments[1..] : segments;
    }

    private static string[] Texts(DataNode? list)
    {
        var texts = new string[list?.Items.Length ?? 0];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = list!.Items[i].AsString() ?? "";
        }

        return texts;
    }
}
