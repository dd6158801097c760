using System.Collections.Concurrent;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks.Prose;

/// <summary>The named sets of signals of <c>catalogs/lists/signals.yaml</c>, read once.</summary>
internal static class SignalSets
{
    private const string List = "signals";

    private static readonly ConcurrentDictionary<string, SignalSet> Sets = new(StringComparer.Ordinal);

    /// <summary>Whether there is a set of that name.</summary>
    public static bool Contains(string set) => Lists.BuiltIn.Entries(List)?[set] is not null;

    /// <summary>The signals of some sets together: one object, whoever asks.</summary>
    public static SignalSet Of(IReadOnlyList<string> sets) => Sets.GetOrAdd(string.Join(',', sets), static (_, names) => new SignalSet([.. names.SelectMany(Read)]), sets);

    private static List<Signal> Read(string set)
    {
        var signals = new List<Signal>();
        foreach (var item in Lists.BuiltIn.Entries(List)?[set] is { } entries ? entries.Items : [])
        {
            var text = ((ScalarNode)item).Value;
            signals.Add(Signal.Parse(text, out var problem));
            if (problem is not null)
            {
                throw new InvalidOperationException($"{List}.yaml, {set}: '{text}': {problem}");
            }
        }

        return signals;
    }
}
