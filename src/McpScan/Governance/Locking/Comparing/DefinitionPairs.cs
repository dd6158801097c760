using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Governance.Locking.Comparing;

/// <summary>Finds for each definition of a server the one that it was: by id, which says its kind and name.</summary>
internal static class DefinitionPairs
{
    /// <summary>The later definitions in their order, each with the earlier one or null.</summary>
    public static List<(LockedDefinition? Before, LockedDefinition After)> Of(
        ImmutableArray<LockedDefinition> before, ImmutableArray<LockedDefinition> after, out ImmutableArray<LockedDefinition> removed)
    {
        var left = new Dictionary<string, LockedDefinition>(StringComparer.Ordinal);
        foreach (var definition in before)
        {
            left.TryAdd(definition.Id, definition);
        }

        var pairs = after.Select(definition => (Before: left.Remove(definition.Id, out var old) ? old : null, After: definition)).ToList();
        PairRenamed(pairs, left, SubjectKind.Launch);
        PairRenamed(pairs, left, SubjectKind.Remote);
        removed = [.. before.Where(definition => left.TryGetValue(definition.Id, out var gone) && ReferenceEquals(gone, definition))];
        return pairs;
    }

    /// <summary>The way in which a server is started has the name of its entry: where there is one way on either side, it is the same under another name.</summary>
    private static void PairRenamed(List<(LockedDefinition? Before, LockedDefinition After)> pairs, Dictionary<string, LockedDefinition> left, SubjectKind kind)
    {
        var old = left.Values.Where(definition => definition.Kind == kind).Take(2).ToList();
        var added = pairs.Where(pair => pair.Before is null && pair.After.Kind == kind).Take(2).ToList();
        if (old.Count == 1 && added.Count == 1)
        {
            pairs[pairs.IndexOf(added[0])] = (old[0], added[0].After);
            left.Remove(old[0].Id);
        }
    }
}
