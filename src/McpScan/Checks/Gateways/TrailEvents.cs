using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>The events of an audit trail, one after the other.</summary>
internal static class TrailEvents
{
    /// <summary>Each event: the scalar of its type, and the entries of its members.</summary>
    public static IEnumerable<(ScalarNode Type, List<FieldEntry> Members)> Of(Subject trail)
    {
        ScalarNode? type = null;
        var members = new List<FieldEntry>();
        foreach (var entry in trail.Entries)
        {
            if (entry.Field != TrailFields.Event)
            {
                members.Add(entry);
                continue;
            }

            if (type is not null)
            {
                yield return (type, members);
            }

            type = entry.Key;
            members = [];
        }

        if (type is not null)
        {
            yield return (type, members);
        }
    }
}
