namespace McpScan.Auditing;

/// <summary>Which literals the values of a subject contain: a row of bits for each entry, and one for all of them together.</summary>
internal sealed class LiteralTable(int literals)
{
    /// <summary>The row of all entries together.</summary>
    public const int Any = -1;

    private readonly int _words = (literals + 63) / 64;
    private ulong[] _bits = [];

    /// <summary>Makes room for the rows of that many entries, and empties them.</summary>
    public void Clear(int entries)
    {
        var length = (entries + 1) * _words;
        if (_bits.Length < length)
        {
            _bits = new ulong[length];
        }
        else
        {
            Array.Clear(_bits, 0, length);
        }
    }

    /// <summary>Notes that the value of an entry contains a literal.</summary>
    public void Add(int row, int literal)
    {
        var bit = 1UL << (literal & 63);
        _bits[((row + 1) * _words) + (literal >> 6)] |= bit;
        _bits[literal >> 6] |= bit;
    }

    /// <summary>Notes that the value of an entry cannot be filtered soundly: it counts as containing everything.</summary>
    public void AddAll(int row)
    {
        Array.Fill(_bits, ulong.MaxValue, (row + 1) * _words, _words);
        Array.Fill(_bits, ulong.MaxValue, 0, _words);
    }

    /// <summary>Gives a row the literals of another, where two entries share a value.</summary>
    public void Copy(int from, int to) => Array.Copy(_bits, (from + 1) * _words, _bits, (to + 1) * _words, _words);

    /// <summary>Whether the row has a literal of each set.</summary>
    public bool HasOneOfEach(int row, int[][] sets)
    {
        foreach (var set in sets)
        {
            if (!HasOneOf(row, set))
            {
                return false;
            }
        }

        return true;
    }

    private bool HasOneOf(int row, int[] set)
    {
        var start = (row + 1) * _words;
        foreach (var literal in set)
        {
            if ((_bits[start + (literal >> 6)] & (1UL << (literal & 63))) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
