using System.Buffers;
using System.Collections.Immutable;
using McpScan.Rules;

namespace McpScan.Auditing;

/// <summary>One pass over a text says which literals of all regular expressions it contains; the others need not be tried.</summary>
internal sealed class Prefilter
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _literals = [];
    private readonly Dictionary<int, List<int>> _byStart = [];
    private SearchValues<string>? _search;

    /// <summary>Number of distinct literals.</summary>
    public int Count => _literals.Count;

    /// <summary>Adds what a pattern requires; the result is empty where it must always be tried.</summary>
    public int[] Add(BoundedRegex regex) => Add(RegexLiterals.Required(regex.Pattern));

    /// <summary>Adds literals of which a text must contain one.</summary>
    public int[] Add(ImmutableArray<string> literals)
    {
        var ids = new int[literals.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            if (!_ids.TryGetValue(literals[i], out ids[i]))
            {
                ids[i] = _literals.Count;
                _ids.Add(literals[i], ids[i]);
                _literals.Add(literals[i]);
                var start = Start(literals[i]);
                if (!_byStart.TryGetValue(start, out var list))
                {
                    _byStart.Add(start, list = []);
                }

                list.Add(ids[i]);
            }
        }

        return ids;
    }

    /// <summary>Notes in <paramref name="found"/> which literals the text contains.</summary>
    public void Scan(string text, LiteralSet found)
    {
        if (_literals.Count == 0 || found.IsAll)
        {
            return;
        }

        if (text.AsSpan().ContainsAny(RegexLiterals.OddlyFolding))
        {
            found.IsAll = true;
            return;
        }

        _search ??= SearchValues.Create([.. _literals], StringComparison.OrdinalIgnoreCase);
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(_search); at >= 0; at = rest.IndexOfAny(_search))
        {
            rest = rest[at..];
            if (_byStart.TryGetValue(Start(rest), out var candidates))
            {
                foreach (var id in candidates)
                {
                    if (rest.StartsWith(_literals[id], StringComparison.OrdinalIgnoreCase))
                    {
                        found.Add(id);
                    }
                }
            }

            rest = rest[1..];
        }
    }

    private static int Start(ReadOnlySpan<char> text) => (char.ToUpperInvariant(text[0]) << 16) | char.ToUpperInvariant(text[1]);
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
