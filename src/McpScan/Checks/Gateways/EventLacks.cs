using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Looks at each event of an audit trail for what it must hold.</summary>
public sealed class EventLacks : ICheck
{
    public string Name => "event-lacks";

    public string Summary => "Finds audit events, or the schema of one, that have no value for one of the given fields of a trail.";

    public ImmutableArray<CheckParameter> Parameters { get; } = [new("fields", "The fields, such as user or arguments.*.", IsRequired: true)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        var wanted = input.Arguments.Texts("fields");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        FieldEntry? current = null;
        foreach (var entry in input.Subject.Entries)
        {
            if (entry.Field == TrailFields.Event)
            {
                if (Lacking(current, wanted, seen) is { } hit)
                {
                    yield return hit;
                }

                current = entry;
                seen.Clear();
            }
            else if (entry.Node is not ScalarNode { Value.Length: 0 })
            {
                seen.Add(entry.Field.Name);
            }
        }

        if (Lacking(current, wanted, seen) is { } last)
        {
            yield return last;
        }
    }

    private static Hit? Lacking(FieldEntry? entry, IReadOnlyList<string> wanted, HashSet<string> seen)
    {
        var missing = wanted.Where(field => !seen.Contains(field)).Select(static field => field.Replace(".*", "", StringComparison.Ordinal)).ToArray();
        return entry?.Key is not { } type || missing.Length == 0
            ? null
            : Hit.On(type, type) with { Values = ImmutableDictionary<string, string>.Empty.Add("missing", string.Join(", ", missing)) };
    }
}
