using System.Text;
using McpScan.Discovery;

namespace McpScan.Cli;

/// <summary>A configuration that lies at a place of a client.</summary>
/// <param name="Place">The first place that the file lies at.</param>
/// <param name="Path">Its full path.</param>
internal sealed record ClientFile(ClientPlace Place, string Path);

/// <summary>Looks which places of clients have a file. Opens none.</summary>
internal static class ClientFiles
{
    /// <summary>Files that one place with a wildcard may stand for.</summary>
    private const int MaxMatches = 500;

    /// <summary>The files by scope (project, user, managed) and path; a file that several clients read is there once, under the first of them.</summary>
    public static List<ClientFile> Find(CliHost host)
    {
        var files = new Dictionary<string, ClientFile>(StringComparer.Ordinal);
        foreach (var place in ClientPlaces.Find(host.Variable, host.CurrentDirectory))
        {
            foreach (var path in Matches(place.Path))
            {
                files.TryAdd(path, new ClientFile(place, path));
            }
        }

        return [.. files.Values.OrderBy(f => Rank(f.Place.Scope)).ThenBy(f => f.Path, StringComparer.Ordinal)];
    }

    private static int Rank(string scope) => scope switch { "project" or "plugin" => 0, "user" => 1, _ => 2 };

    private static List<string> Matches(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return File.Exists(pattern) ? [pattern] : [];
        }

        var start = pattern.LastIndexOf(Path.DirectorySeparatorChar, star) + 1;
        var end = pattern.IndexOf(Path.DirectorySeparatorChar, star) is >= 0 and var slash ? slash : pattern.Length;
        var folder = pattern[..start];
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var found = new List<string>();
        try
        {
            var options = new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true, MatchType = MatchType.Simple };
            foreach (var entry in Directory.EnumerateFileSystemEntries(folder, pattern[start..end], options).Take(MaxMatches).Order(StringComparer.Ordinal))
            {
                found.AddRange(Matches(new StringBuilder(entry).Append(pattern, end, pattern.Length - end).ToString()));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be listed holds nothing that a client of this user could read.
        }

        return found;
    }
}
