using System.Collections.Immutable;
using McpScan.Text;

namespace McpScan.Language;

/// <summary>The facts by the names that rules and lexicons write.</summary>
public static class FactNames
{
    private static readonly Dictionary<string, Fact> ByName = Read();

    /// <summary>All names in the order of <see cref="Fact"/>.</summary>
    public static ImmutableArray<string> All { get; } = [.. ByName.Keys];

    /// <summary>The fact of a name, or null.</summary>
    public static Fact? Find(string name) => ByName.TryGetValue(name, out var fact) ? fact : null;

    private static Dictionary<string, Fact> Read()
    {
        var names = new Dictionary<string, Fact>(StringComparer.Ordinal);
        foreach (var fact in Enum.GetValues<Fact>())
        {
            names.Add(Kebab.Of(fact.ToString()), fact);
        }

        return names;
    }
}
