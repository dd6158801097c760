using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>What a tool, a server or an agent can do: what is said of it beside what is seen. Each term stands once in each list, in the order of the terms' texts.</summary>
/// <param name="Observed">What its definition shows.</param>
/// <param name="Declared">What manifests, profiles and permissions say.</param>
/// <param name="Claims">What a tool's annotations say of its harmlessness; none on servers and agents.</param>
public sealed record CapabilitySet(ImmutableArray<Capability> Observed, ImmutableArray<Capability> Declared, ImmutableArray<Claim> Claims)
{
    public static readonly CapabilitySet Empty = new([], [], []);

    /// <summary>A set of lists in any order: of equal terms the surest stays, among those the first.</summary>
    public static CapabilitySet Of(IEnumerable<Capability> observed, IEnumerable<Capability> declared) => new(Fold(observed), Fold(declared), []);

    /// <summary>What several can do together.</summary>
    public static CapabilitySet Union(IEnumerable<CapabilitySet> sets)
    {
        var all = sets as ICollection<CapabilitySet> ?? [.. sets];
        return Of(all.SelectMany(static set => set.Observed), all.SelectMany(static set => set.Declared));
    }

    private static ImmutableArray<Capability> Fold(IEnumerable<Capability> capabilities)
    {
        Dictionary<string, Capability>? byText = null;
        foreach (var capability in capabilities)
        {
            var text = capability.Term.ToString();
            byText ??= new Dictionary<string, Capability>(StringComparer.Ordinal);
            if (!byText.TryGetValue(text, out var known) || known.Confidence < capability.Confidence)
            {
                byText[text] = capability;
            }
        }

        if (byText is null)
        {
            return [];
        }

        var folded = new Capability[byText.Count];
        byText.Values.CopyTo(folded, 0);
        Array.Sort(folded, static (a, b) => string.CompareOrdinal(a.Term.ToString(), b.Term.ToString()));
        return [.. folded];
    }
}
