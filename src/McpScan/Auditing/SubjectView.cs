using System.Runtime.InteropServices;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Auditing;

/// <summary>A subject's entries grouped by field, without copying them; one view is reused for all subjects of a worker.</summary>
internal sealed class SubjectView
{
    private const int None = -1;
    private const int MaxFields = 64;
    private readonly int[] _heads = new int[MaxFields];
    private readonly int[] _tails = new int[MaxFields];
    private FieldEntry[] _entries = [];
    private int[] _next = [];

    /// <summary>The subject looked at.</summary>
    public Subject Subject { get; private set; } = null!;

    /// <summary>Whether the literals of the subject have been looked for.</summary>
    public bool IsScanned { get; set; }

    public void Look(Subject subject)
    {
        Subject = subject;
        IsScanned = false;
        _entries = ImmutableCollectionsMarshal.AsArray(subject.Entries) ?? [];
        for (var i = 0; i < MaxFields; i++)
        {
            _heads[i] = None;
        }

        if (_next.Length < _entries.Length)
        {
            _next = new int[Math.Max(_entries.Length, 64)];
        }

        for (var i = 0; i < _entries.Length; i++)
        {
            var ordinal = _entries[i].Field.Ordinal;
            _next[i] = None;
            if (_heads[ordinal] == None)
            {
                _heads[ordinal] = i;
            }
            else
            {
                _next[_tails[ordinal]] = i;
            }

            _tails[ordinal] = i;
        }
    }

    /// <summary>Whether the subject has a value of the field.</summary>
    public bool Has(Field field) => field.IsAllText ? First(field) != None : _heads[field.Ordinal] != None;

    /// <summary>The index of the first entry of a field, or a negative number.</summary>
    public int First(Field field) => field.IsAllText ? NextText(0) : _heads[field.Ordinal];

    /// <summary>The index of the next entry of the same field, or a negative number.</summary>
    public int Next(Field field, int index) => field.IsAllText ? NextText(index + 1) : _next[index];

    public FieldEntry this[int index] => _entries[index];

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Length;

    private int NextText(int from)
    {
        for (var i = from; i < _entries.Length; i++)
        {
            if (_entries[i].Field.IsText)
            {
                return i;
            }
        }

        return None;
    }
}
