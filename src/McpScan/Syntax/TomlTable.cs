using System.Collections.Immutable;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>What made a table: it decides what may still add to it.</summary>
internal enum TomlTableOrigin
{
    /// <summary>A header names it as a step on the way; its own header may still come.</summary>
    Implied,

    /// <summary>Its own header, or braces: no second header may open it.</summary>
    Header,

    /// <summary>A dotted key <c>a.b = 1</c>: further dotted keys may add to it, no header may open it.</summary>
    DottedKey,
}

/// <summary>A table while the text is read; TOML may come back to it.</summary>
internal sealed class TomlTable(TextSpan opening, TomlTableOrigin origin, int depth)
{
    private readonly List<Entry> _entries = [];
    private Dictionary<string, Entry>? _byName;
    private TextSpan _extent = opening;

    /// <summary>What stands under a name: a value, or the tables that headers and dotted keys make.</summary>
    public sealed record Entry(ScalarNode Name, DataNode? Value, List<TomlTable> Tables, bool IsArray)
    {
        /// <summary>The table that a header or key goes on into; null for a value.</summary>
        public TomlTable? Innermost => Tables.Count > 0 ? Tables[^1] : null;
    }

    public TomlTableOrigin Origin { get; private set; } = origin;

    /// <summary>How many objects and arrays it stands in.</summary>
    public int Depth { get; } = depth;

    public Entry? Find(string name) => _byName?.GetValueOrDefault(name);

    public void AddValue(ScalarNode name, DataNode value) => Add(new Entry(name, value, [], IsArray: false));

    /// <summary>Adds a table, or with <paramref name="isArray"/> the first of an array of tables, and gives it.</summary>
    public TomlTable AddTable(ScalarNode name, TextSpan opening, TomlTableOrigin origin, bool isArray = false)
    {
        var table = new TomlTable(opening, origin, Depth + (isArray ? 2 : 1));
        Add(new Entry(name, null, [table], isArray));
        return table;
    }

    /// <summary>Says that the table's own header was found.</summary>
    public void Open(TextSpan header)
    {
        Origin = TomlTableOrigin.Header;
        Cover(header);
    }

    /// <summary>The finished table, from its header or first key to its last member.</summary>
    public ObjectNode ToNode(SourceText source)
    {
        var members = ImmutableArray.CreateBuilder<DataMember>(_entries.Count);
        foreach (var entry in _entries)
        {
            var value = entry.Value ?? (entry.IsArray ? ToArray(source, entry) : entry.Tables[0].ToNode(source));
            Cover(entry.Name.Span);
            Cover(value.Span);
            members.Add(new DataMember(entry.Name, value));
        }

        return new ObjectNode(source, _extent, members.MoveToImmutable());
    }

    private static ArrayNode ToArray(SourceText source, Entry entry)
    {
        var items = ImmutableArray.CreateBuilder<DataNode>(entry.Tables.Count);
        foreach (var table in entry.Tables)
        {
            items.Add(table.ToNode(source));
        }

        return new ArrayNode(source, TextSpan.FromBounds(items[0].Span.Start, items[^1].Span.End), items.MoveToImmutable());
    }

    // A second entry of the same name is kept beside the first; the last one is found.
    private void Add(Entry entry)
    {
        _entries.Add(entry);
        (_byName ??= new Dictionary<string, Entry>(StringComparer.Ordinal))[entry.Name.Value] = entry;
    }

    private void Cover(TextSpan part) =>
        _extent = TextSpan.FromBounds(Math.Min(_extent.Start, part.Start), Math.Max(_extent.End, part.End));
}
