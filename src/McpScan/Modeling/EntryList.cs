using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Modeling;

/// <summary>Collects the entries of one subject in document order.</summary>
/// <remarks>A format may promise a string and a hostile file may give an object: whatever scalars stand there are kept, so that nothing hides behind a wrong type.</remarks>
public sealed class EntryList
{
    private readonly ImmutableArray<FieldEntry>.Builder _entries = ImmutableArray.CreateBuilder<FieldEntry>();

    public int Count => _entries.Count;

    /// <summary>The value of a field: a scalar as it is, of an array or object every scalar in it. Null and nothing are skipped.</summary>
    public void Add(Field field, DataNode? node, ScalarNode? key = null)
    {
        switch (node)
        {
            case ScalarNode scalar:
                if (scalar.Kind != ScalarKind.Null)
                {
                    _entries.Add(new FieldEntry(field, scalar, key));
                }

                break;
            case ArrayNode:
                foreach (var item in node.Items)
                {
                    Add(field, item, key);
                }

                break;
            case ObjectNode:
                foreach (var member in node.Members)
                {
                    Add(field, member.Value, key);
                }

                break;
        }
    }

    /// <summary>The value of a field with the names of the members in it, for text that no format defines.</summary>
    public void AddAll(Field field, DataNode? node)
    {
        switch (node)
        {
            case ScalarNode:
                Add(field, node);
                break;
            case ArrayNode:
                foreach (var item in node.Items)
                {
                    AddAll(field, item);
                }

                break;
            case ObjectNode:
                foreach (var member in node.Members)
                {
                    Add(field, member.Name);
                    AddAll(field, member.Value);
                }

                break;
        }
    }

    /// <summary>Every member of an object under its name; a node of another kind under no name.</summary>
    public void AddMembers(Field field, DataNode? node)
    {
        if (node is not ObjectNode)
        {
            Add(field, node);
            return;
        }

        foreach (var member in node.Members)
        {
            Add(field, member.Value, member.Name);
        }
    }

    /// <summary>A whole node as the value, containers included.</summary>
    public void AddNode(Field field, DataNode node, ScalarNode? key = null) => _entries.Add(new FieldEntry(field, node, key));

    public void AddRange(ImmutableArray<FieldEntry> entries) => _entries.AddRange(entries);

    public ImmutableArray<FieldEntry> ToImmutable() => _entries.ToImmutable();
}
