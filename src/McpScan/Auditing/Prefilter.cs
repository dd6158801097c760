using System.Collections.Immutable;
using McpScan.Rules;

namespace McpScan.Auditing;

/// <summary>One pass over a text says which literals of all regular expressions it contains; the others need not be tried.</summary>
/// <remarks>
/// A table finds the few literals that may begin at a place by its next three characters. <c>SearchValues&lt;string&gt;</c> searches as fast, but has
/// to be told apart by hand which literal it met, and costs a cold start the building of its automaton and thirty vector methods.
/// </remarks>
internal sealed class Prefilter
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _literals = [];

    // Chains of entries with the same hash; an entry's number plus one, so that zero ends a chain.
    private readonly ushort[] _heads = new ushort[1 << 15];
    private readonly List<int> _next = [];
    private readonly List<int> _literalOf = [];
    private int _unusual = -1;

    /// <summary>Number of distinct literals.</summary>
    public int Count => _literals.Count;

    /// <summary>Adds sets of literals, of each of which a text must contain one; a set that cannot be searched for is left out.</summary>
    public int[][] Add(ImmutableArray<ImmutableArray<string>> sets)
    {
        var required = new List<int[]>(sets.Length);
        foreach (var literals in sets)
        {
            if (Add(literals) is { Length: > 0 } ids)
            {
                required.Add(ids);
            }
        }

        return required.ToArray();
    }

    private int[] Add(ImmutableArray<string> literals)
    {
        var ids = new int[literals.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            if (literals[i] != RegexLiterals.Unusual && !IsFindable(literals[i]))
            {
                return [];
            }

            if (!_ids.TryGetValue(literals[i], out ids[i]))
            {
                ids[i] = _literals.Count;
                _ids.Add(literals[i], ids[i]);
                _literals.Add(literals[i]);
                if (literals[i] == RegexLiterals.Unusual)
                {
                    _unusual = ids[i];
                }
                else
                {
                    Link(literals[i], ids[i]);
                }
            }
        }

        return ids;
    }

    /// <summary>Notes in a row of <paramref name="found"/> which literals the text contains.</summary>
    public void Scan(string text, LiteralTable found, int row)
    {
        if (RegexLiterals.HasOddlyFolding(text))
        {
            found.AddAll(row);
            return;
        }

        if (_unusual >= 0 && RegexLiterals.HasUnusual(text))
        {
            found.Add(row, _unusual);
        }

        for (var at = 0; at + 1 < text.Length; at++)
        {
            for (int next = _heads[Hash(text, at)]; next != 0; next = _next[next - 1])
            {
                var literal = _literalOf[next - 1];
                if (text.AsSpan(at).StartsWith(_literals[literal], StringComparison.OrdinalIgnoreCase))
                {
                    found.Add(row, literal);
                }
            }
        }
    }

    /// <summary>Enters a literal under the hash of its first three characters; one of two characters under every hash that a third can give.</summary>
    private void Link(string literal, int id)
    {
        var hash = Hash(literal, 0);
        for (var last = 0; last < (literal.Length == 2 ? 32 : 1); last++)
        {
            _literalOf.Add(id);
            _next.Add(_heads[hash | last]);
            _heads[hash | last] = checked((ushort)_literalOf.Count);
        }
    }

    /// <summary>Whether the hash finds the literal whatever its case.</summary>
    private static bool IsFindable(string literal)
    {
        for (var i = 0; i < Math.Min(3, literal.Length); i++)
        {
            if (((char.ToUpperInvariant(literal[i]) ^ char.ToLowerInvariant(literal[i])) & 31) != 0)
            {
                return false;
            }
        }

        return literal.Length >= 2;
    }

    /// <summary>Five bits of each of three characters (zero behind the end): the bit in which the cases of most letters differ is not among them.</summary>
    private static int Hash(string text, int at) =>
        ((text[at] & 31) << 10) | ((text[at + 1] & 31) << 5) | (at + 2 < text.Length ? text[at + 2] & 31 : 0);
}
