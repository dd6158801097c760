using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Governance.Locking.Comparing;

/// <summary>A value of a field that is another one, is new (no <paramref name="Old"/>) or is gone (no <paramref name="New"/>).</summary>
internal sealed record ValueDifference(LockedValue? Old, LockedValue? New)
{
    public Field Field => (New ?? Old!).Field;

    public string? Key => (New ?? Old!).Key;

    /// <summary>What differs, such as <c>parameters.city.description</c>.</summary>
    public string Name => Key is null ? Field.Name : Field.Name.Replace("*", Key, StringComparison.Ordinal);

    /// <summary>The differences of two lists of values, by field and key. The order within a field does not count.</summary>
    public static IEnumerable<ValueDifference> Of(ImmutableArray<LockedValue> before, ImmutableArray<LockedValue> after)
    {
        var old = before.ToLookup(static value => (value.Field, value.Key));
        var groups = after.GroupBy(static value => (value.Field, value.Key)).ToList();
        foreach (var group in groups)
        {
            foreach (var difference in Pair([.. old[group.Key]], [.. group]))
            {
                yield return difference;
            }
        }

        var seen = groups.Select(static group => group.Key).ToHashSet();
        foreach (var value in before)
        {
            if (!seen.Contains((value.Field, value.Key)))
            {
                yield return new ValueDifference(value, null);
            }
        }
    }

    /// <summary>A change of this kind at the new value, or at the definition where the value is gone.</summary>
    public Change ToChange(ChangeKind kind, LockedDefinition after)
    {
        var change = New is null ? after.Whole(kind, Name) : new Change(kind, Name, New.Node);
        return change with { Name = Key ?? Field.Name, Before = Old?.Node, OldText = Old is null ? null : Shown(Old), NewText = New is null ? null : Shown(New), Field = Field };
    }

    private static string Shown(LockedValue value) => !value.IsSealed ? value.Text : value.Text.Length == 0 ? "a secret" : $"a value with the fingerprint {value.Text}";

    private static IEnumerable<ValueDifference> Pair(List<LockedValue> old, List<LockedValue> now)
    {
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in old)
        {
            left[value.Text] = left.GetValueOrDefault(value.Text) + 1;
        }

        var added = new List<LockedValue>();
        foreach (var value in now)
        {
            if (left.GetValueOrDefault(value.Text) is > 0 and var count)
            {
                left[value.Text] = count - 1;
            }
            else
            {
                added.Add(value);
            }
        }

        var gone = old.Where(value => left[value.Text]-- > 0).ToList();
        for (var i = 0; i < Math.Max(gone.Count, added.Count); i++)
        {
            yield return new ValueDifference(gone.ElementAtOrDefault(i), added.ElementAtOrDefault(i));
        }
    }
}
