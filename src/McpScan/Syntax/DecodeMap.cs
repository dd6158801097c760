using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>
/// Where the units of a decoded value stand in the source: runs of plain text are one entry, each escape or folded line break another.
/// </summary>
/// <remarks>An entry covers value units from its own start to the next entry's. Within a plain run offsets advance together;
/// an escape's units all map to the whole escape.</remarks>
public sealed class DecodeMap
{
    private readonly Entry[] _entries;

    private DecodeMap(Entry[] entries) => _entries = entries;

    private readonly record struct Entry(int Value, int ValueLength, int Source, int SourceLength, bool IsPlain);

    /// <summary>A map that gives the same span for every part of a value that is spelled otherwise than its source.</summary>
    public static DecodeMap Whole(int valueLength, TextSpan span) =>
        new(valueLength == 0 ? [] : [new Entry(0, valueLength, span.Start, span.Length, IsPlain: false)]);

    /// <summary>Source offset where the value unit at <paramref name="value"/> begins; the value's end maps to the end of its last run.</summary>
    public int ToSource(int value)
    {
        if (_entries.Length == 0)
        {
            return 0;
        }

        var entry = _entries[IndexOf(value)];
        return value >= entry.Value + entry.ValueLength ? entry.Source + entry.SourceLength
            : entry.IsPlain ? entry.Source + (value - entry.Value)
            : entry.Source;
    }

    /// <summary>Source offset behind the value unit that ends at <paramref name="valueEnd"/>, which is greater than zero.</summary>
    public int ToSourceEnd(int valueEnd)
    {
        if (_entries.Length == 0)
        {
            return 0;
        }

        var entry = _entries[IndexOf(valueEnd - 1)];
        return entry.IsPlain ? entry.Source + (valueEnd - entry.Value) : entry.Source + entry.SourceLength;
    }

    internal DecodeMap Slice(int start, int length)
    {
        var slice = new Builder();
        foreach (var entry in _entries)
        {
            var from = Math.Max(entry.Value, start);
            var to = Math.Min(entry.Value + entry.ValueLength, start + length);
            if (from >= to)
            {
                continue;
            }

            if (entry.IsPlain)
            {
                slice.Add(to - from, entry.Source + (from - entry.Value), to - from);
            }
            else
            {
                slice.Add(to - from, entry.Source, entry.SourceLength);
            }
        }

        return slice.ToMap();
    }

    private int IndexOf(int value)
    {
        int low = 0, high = _entries.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_entries[middle].Value <= value)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>Collects runs in value order while a reader decodes a scalar.</summary>
    public sealed class Builder
    {
        // A plain array: a generic collection of an own struct would be compiled anew at every start of the program.
        private Entry[] _entries = new Entry[4];
        private int _count;
        private int _value;

        /// <summary>Says that the next <paramref name="valueLength"/> units of the value were written as <paramref name="sourceLength"/> units at <paramref name="source"/>.</summary>
        public void Add(int valueLength, int source, int sourceLength)
        {
            if (valueLength == 0)
            {
                return;
            }

            if (_count > 0 && valueLength == sourceLength && _entries[_count - 1] is { IsPlain: true } last && last.Source + last.SourceLength == source)
            {
                _entries[_count - 1] = last with { ValueLength = last.ValueLength + valueLength, SourceLength = last.SourceLength + sourceLength };
            }
            else
            {
                if (_count == _entries.Length)
                {
                    _entries = Copy(_entries, _count, _count * 2);
                }

                _entries[_count++] = new Entry(_value, valueLength, source, sourceLength, IsPlain: valueLength == sourceLength);
            }

            _value += valueLength;
        }

        public DecodeMap ToMap() => new(Copy(_entries, _count, _count));

        private static Entry[] Copy(Entry[] entries, int count, int length)
        {
            var copy = new Entry[length];
            Array.Copy(entries, copy, count);
            return copy;
        }
    }
}
