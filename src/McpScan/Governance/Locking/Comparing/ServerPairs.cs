using System.Collections.Immutable;

namespace McpScan.Governance.Locking.Comparing;

/// <summary>Finds for each server the one that it was: by id, else by a name that both sides have once, else where each side has one server only.</summary>
/// <remarks>A name that several servers have tells nothing: then a server that moved is a new one, which is said, and the other is gone.</remarks>
internal static class ServerPairs
{
    /// <summary>The later servers in their order, each with the earlier one or null.</summary>
    public static List<(LockedServer? Before, LockedServer After)> Of(ImmutableArray<LockedServer> before, ImmutableArray<LockedServer> after, out ImmutableArray<LockedServer> removed)
    {
        var found = new LockedServer?[after.Length];
        var left = new List<LockedServer>(before);
        Match(after, found, left, static server => server.Id);
        Match(after, found, left, static server => server.Name);
        if (before.Length == 1 && after.Length == 1)
        {
            found[0] ??= before[0];
            left.Clear();
        }

        removed = [.. left];
        return [.. after.Select((server, i) => (found[i], server))];
    }

    /// <summary>Pairs what is left by a key that stands for one server on either side.</summary>
    private static void Match(ImmutableArray<LockedServer> after, LockedServer?[] found, List<LockedServer> left, Func<LockedServer, string> keyOf)
    {
        var old = left.GroupBy(keyOf, StringComparer.Ordinal).Where(static g => g.Count() == 1).ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
        var counts = after.Where((_, i) => found[i] is null).GroupBy(keyOf, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.Count(), StringComparer.Ordinal);
        for (var i = 0; i < after.Length; i++)
        {
            if (found[i] is null && counts[keyOf(after[i])] == 1 && old.TryGetValue(keyOf(after[i]), out var server))
            {
                found[i] = server;
            }
        }

        left.RemoveAll(server => Array.Exists(found, other => ReferenceEquals(other, server)));
    }
}
