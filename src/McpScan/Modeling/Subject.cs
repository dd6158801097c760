using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>A thing that a rule can ask about: its entries are the values of the fields of its kind, in document order.</summary>
/// <param name="kind">The kind.</param>
/// <param name="id">Stable identity, such as <c>server:weather/tool:add</c>; the same on every machine and after any reordering of the file.</param>
/// <param name="name">What a person calls it.</param>
/// <param name="location">Where to point when no field is sharper, as a rule its name.</param>
/// <param name="definition">The node it was read from.</param>
/// <param name="entries">Its fields.</param>
public sealed class Subject(SubjectKind kind, string id, Untrusted name, Location location, DataNode definition, ImmutableArray<FieldEntry> entries)
{
    public SubjectKind Kind { get; } = kind;

    public string Id { get; } = id;

    public Untrusted Name { get; } = name;

    public Location Location { get; } = location;

    public DataNode Definition { get; } = definition;

    public ImmutableArray<FieldEntry> Entries { get; } = entries;

    /// <summary>How it differs from its pinned form; empty where it does not, and where nothing is held against it.</summary>
    public ImmutableArray<Change> Changes { get; private init; } = [];

    /// <summary>What checks worked out of it.</summary>
    internal Memo Memo { get; } = new();

    /// <summary>The same thing with what was found to differ from its pinned form.</summary>
    public Subject With(ImmutableArray<Change> changes) => new(Kind, Id, Name, Location, Definition, Entries) { Changes = changes };

    /// <summary>The values of a field; the field <c>text</c> of a kind gives every entry that a model or a person reads.</summary>
    public IEnumerable<FieldEntry> Select(Field field)
    {
        var all = field.IsAllText;
        foreach (var entry in Entries)
        {
            if (ReferenceEquals(entry.Field, field) || (all && entry.Field.IsText))
            {
                yield return entry;
            }
        }
    }

    /// <summary>The first value of a field, or null.</summary>
    public DataNode? First(Field field)
    {
        foreach (var entry in Entries)
        {
            if (ReferenceEquals(entry.Field, field))
            {
                return entry.Node;
            }
        }

        return null;
    }

    /// <summary>The text of the first scalar value of a field, or null.</summary>
    public string? FirstText(Field field) => (First(field) as ScalarNode)?.Value;

    public override string ToString() => Id;
}
