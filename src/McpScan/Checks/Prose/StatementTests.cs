using System.Collections.Concurrent;
using System.Collections.Immutable;
using McpScan.Language;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks.Prose;

/// <summary>The named sets of statements of <c>catalogs/lists/statements.yaml</c>, read once.</summary>
internal static class StatementTests
{
    private const string List = "statements";

    private static readonly ConcurrentDictionary<string, ImmutableArray<FactTest>> Sets = new(StringComparer.Ordinal);

    /// <summary>Whether there is a set of that name.</summary>
    public static bool Contains(string set) => Lists.BuiltIn.Entries(List)?[set] is not null;

    /// <summary>The tests of a set; none where there is no such set.</summary>
    public static ImmutableArray<FactTest> Of(string set) => Sets.GetOrAdd(set, static name =>
    {
        var tests = ImmutableArray.CreateBuilder<FactTest>();
        foreach (var item in Lists.BuiltIn.Entries(List)?[name] is { } entries ? entries.Items : [])
        {
            var text = ((ScalarNode)item).Value;
            tests.Add(FactTest.Parse(text, out var problem));
            if (problem is not null)
            {
                throw new InvalidOperationException($"{List}.yaml, {name}: '{text}': {problem}");
            }
        }

        return tests.ToImmutable();
    });
}
