using System.Collections.Concurrent;
using System.Collections.Immutable;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks.Prose;

/// <summary>The named sets of signals of <c>catalogs/lists/signals.yaml</c>, read once.</summary>
internal static class SignalSets
{
    private const string List = "signals";

    private static readonly ConcurrentDictionary<string, ImmutableArray<Signal>> Sets = new(StringComparer.Ordinal);

    /// <summary>Whether there is a set of that name.</summary>
    public static bool Contains(string set) => Lists.BuiltIn.Entries(List)?[set] is not null;

    /// <summary>The signals of a set; none where there is no such set.</summary>
    public static ImmutableArray<Signal> Of(string set) => Sets.GetOrAdd(set, static name =>
    {
        var signals = ImmutableArray.CreateBuilder<Signal>();
        foreach (var item in Lists.BuiltIn.Entries(List)?[name] is { } entries ? entries.Items : [])
        {
            var text = ((ScalarNode)item).Value;
            signals.Add(Signal.Parse(text, out var problem));
            if (problem is not null)
            {
                throw new InvalidOperationException($"{List}.yaml, {name}: '{text}': {problem}");
            }
        }

        return signals.ToImmutable();
    });
}
