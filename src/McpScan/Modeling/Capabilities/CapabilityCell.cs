using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>Who speaks for what stands in a cell of the matrix.</summary>
[Flags]
public enum CapabilityStanding
{
    /// <summary>Nobody: nothing of the column is there.</summary>
    None = 0,

    /// <summary>A manifest or profile says it, and nothing shows it.</summary>
    Declared = 1,

    /// <summary>The definition shows it, and nothing says it.</summary>
    Observed = 2,

    /// <summary>It is said and shown.</summary>
    Both = Declared | Observed,
}

/// <summary>A cell of the capability matrix: what one tool or server has of one group.</summary>
/// <param name="Standing">Who speaks for it.</param>
/// <param name="IsIrreversible">Whether something of it cannot be undone.</param>
public readonly record struct CapabilityCell(CapabilityStanding Standing, bool IsIrreversible)
{
    /// <summary>A row without anything.</summary>
    public static readonly ImmutableArray<CapabilityCell> NoRow = [.. new CapabilityCell[CapabilityGroup.All.Length]];

    /// <summary>The row of a set: one cell for each of <see cref="CapabilityGroup.All"/>.</summary>
    public static ImmutableArray<CapabilityCell> RowOf(CapabilitySet set)
    {
        if (set.Observed.IsEmpty && set.Declared.IsEmpty)
        {
            return NoRow;
        }

        var row = new CapabilityCell[CapabilityGroup.All.Length];
        Mark(row, set.Declared, CapabilityStanding.Declared);
        Mark(row, set.Observed, CapabilityStanding.Observed);
        return [.. row];
    }

    private static void Mark(CapabilityCell[] row, ImmutableArray<Capability> capabilities, CapabilityStanding standing)
    {
        foreach (var capability in capabilities)
        {
            for (var i = 0; i < row.Length; i++)
            {
                var group = CapabilityGroup.All[i];
                if (group.Holds(capability))
                {
                    row[i] = new CapabilityCell(row[i].Standing | standing, row[i].IsIrreversible || (!group.IsReading && !capability.Radius.IsReversible));
                }
            }
        }
    }
}
