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

    // Chains of the literals with the same hash: ids plus one, so that zero ends a chain.
    private readonly ushort[] _heads = new ushort[1 << 15];
    private readonly List<int> _next = [];

    /// <summary>Number of distinct literals.</summary>
    public int Count => _literals.Count;

    /// <summary>Adds what a pattern requires; the result is empty where it must always be tried.</summary>
    public int[] Add(BoundedRegex regex)
    {
        var literals = RegexLiterals.Required(regex.Pattern);
        var ids = new int[literals.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            if (!IsFindable(literals[i]))
            {
                return [];
            }

            if (!_ids.TryGetValue(literals[i], out ids[i]))
            {
                ids[i] = _literals.Count;
                _ids.Add(literals[i], ids[i]);
                _literals.Add(literals[i]);
                var hash = Hash(literals[i], 0);
                _next.Add(_heads[hash]);
                _heads[hash] = (ushort)_literals.Count;
            }
        }

        return ids;
    }

    /// <summary>Notes in <paramref name="found"/> which literals the text contains.</summary>
    public void Scan(string text, LiteralSet found)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (IsOddlyFolding(text[at]))
            {
                found.IsAll = true;
                return;
            }

            if (at + 2 >= text.Length)
            {
                continue;
            }

            for (int next = _heads[Hash(text, at)]; next != 0; next = _next[next - 1])
            {
                if (text.AsSpan(at).StartsWith(_literals[next - 1], StringComparison.OrdinalIgnoreCase))
                {
                    found.Add(next - 1);
                }
            }
        }
    }

    /// <summary>Whether the hash finds the literal whatever its case, and a chain has room for it.</summary>
    private bool IsFindable(string literal) =>
        literal.Length >= 3 && char.IsAscii(literal[0]) && char.IsAscii(literal[1]) && char.IsAscii(literal[2]) && _literals.Count < ushort.MaxValue;

    /// <summary>Whether a regular expression and an ordinal comparison see the character's case differently; a text with one is never filtered.</summary>
    private static bool IsOddlyFolding(char c) => c > '\u007F' && c is '\u0130' or '\u0131' or '\u017F' or '\u1E9E' or '\u2126' or '\u212A' or '\u212B';

    /// <summary>Five bits of each of three characters: the bit in which the cases of an ASCII letter differ is not among them.</summary>
    private static int Hash(string text, int at) => ((text[at] & 31) << 10) | ((text[at + 1] & 31) << 5) | (text[at + 2] & 31);
}

/// <summary>The literals that a subject contains.</summary>
internal sealed class LiteralSet(int count)
{
    private readonly ulong[] _bits = new ulong[(count + 63) / 64];

    /// <summary>Whether everything counts as contained, because the text cannot be filtered soundly.</summary>
    public bool IsAll { get; set; }

    public void Clear()
    {
        Array.Clear(_bits);
        IsAll = false;
    }

    public void Add(int id) => _bits[id >> 6] |= 1UL << (id & 63);

    /// <summary>Whether a pattern that requires one of these may match at all.</summary>
    public bool MayMatch(int[] required)
    {
        if (required.Length == 0 || IsAll)
        {
            return true;
        }

        foreach (var id in required)
        {
            if ((_bits[id >> 6] & (1UL << (id & 63))) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
