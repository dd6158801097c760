using System.Collections.Immutable;
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
        foreach (var (type, members) in TrailEvents.Of(input.Subject))
        {
            var seen = members.Where(static entry => entry.Node is not ScalarNode { Value.Length: 0 }).Select(static entry => entry.Field.Name).ToHashSet(StringComparer.Ordinal);
            var missing = wanted.Where(field => !seen.Contains(field)).Select(static field => field.Replace(".*", "", StringComparison.Ordinal)).ToArray();
            if (missing.Length > 0)
            {
                yield return Hit.On(type, type) with { Values = ImmutableDictionary<string, string>.Empty.Add("missing", string.Join(", ", missing)) };
            }
        }
    }
}
