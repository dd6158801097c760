namespace McpScan.Language;

/// <summary>Parts of a text, added from left to right, and whether an offset lies within one of them.</summary>
internal sealed class Ranges
{
    private readonly List<(int Start, int End)> _parts = [];

    public bool IsEmpty => _parts.Count == 0;

    /// <summary>Adds the part from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public void Add(int start, int end) => _parts.Add((start, end));

    /// <summary>Puts parts that were found one kind after the other into order.</summary>
    public void Sort() => _parts.Sort();

    /// <summary>Whether the offset lies within a part; found by halving, for a text may have very many.</summary>
    public bool Contains(int offset)
    {
        var (low, high) = (0, _parts.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (_parts[middle].Start > offset)
            {
                high = middle - 1;
            }
            else if (_parts[middle].End > offset)
            {
                return true;
            }
            else
            {
                low = middle + 1;
            }
        }

        return false;
    }
}
