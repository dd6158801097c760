using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>Collects the entries of one subject in a bounded walk; a bound that bites is said once, as an error notice at the definition.</summary>
/// <remarks>A YAML alias may share nodes, so that a small text unfolds into a huge tree: hence the bound on visits, not only on depth.</remarks>
public sealed class EntryCollector(DataNode definition, ImmutableArray<Notice>.Builder notices)
{
    /// <summary>Nodes that are visited in one definition.</summary>
    public const int MaxVisits = 200_000;

    private readonly ImmutableArray<FieldEntry>.Builder _entries = ImmutableArray.CreateBuilder<FieldEntry>();
    private int _visits;
    private bool _isCut;

    /// <summary>Adds a node as it is.</summary>
    public void Add(Field field, DataNode node, ScalarNode? key = null) => _entries.Add(new FieldEntry(field, node, key));

    /// <summary>Adds every scalar below a node where there is one; null is none.</summary>
    public void AddOptional(Field field, DataNode? node, ScalarNode? key = null)
    {
        if (node is not null and not ScalarNode { Kind: ScalarKind.Null })
        {
            AddScalars(field, node, key);
        }
    }

    /// <summary>Adds what stands under each member of an object with the member's name as the key; a node of another kind without one.</summary>
    public void AddMembers(Field field, DataNode node)
    {
        if (node is not ObjectNode)
        {
            AddOptional(field, node);
            return;
        }

        foreach (var member in node.Members)
        {
            AddOptional(field, member.Value, member.Name);
        }
    }

    /// <summary>
    /// Adds every scalar below a node, and the names of members on the way: text hides in names as well as in values. Without a key, each goes by the name of the
    /// member that holds it.
    /// </summary>
    public void AddScalars(Field field, DataNode node, ScalarNode? key = null) => AddScalars(field, node, key, key, textOnly: false, 0);

    /// <summary>Adds every string below a node, and the names of members on the way; numbers and switches are left out.</summary>
    public void AddTexts(Field field, DataNode node, ScalarNode? key = null) => AddScalars(field, node, key, key, textOnly: true, 0);

    /// <summary>Counts a visit; false when the walk must stop here.</summary>
    public bool Enter(int depth)
    {
        if (depth <= ReaderLimits.MaxDepth && ++_visits <= MaxVisits)
        {
            return true;
        }

        if (!_isCut)
        {
            _isCut = true;
            notices.Add(Notice.At(NoticeSeverity.Error, definition.Source, definition.Span,
                $"The definition is deeper than {ReaderLimits.MaxDepth} levels or has more than {MaxVisits} parts; what lies beyond was not examined."));
        }

        return false;
    }

    /// <summary>The entries so far, in the order they were added.</summary>
    public ImmutableArray<FieldEntry> ToEntries() => _entries.ToImmutable();

    private void AddScalars(Field field, DataNode node, ScalarNode? fixedKey, ScalarNode? key, bool textOnly, int depth)
    {
        if (!Enter(depth))
        {
            return;
        }

        if (node is ScalarNode scalar)
        {
            if (!textOnly || scalar.Kind == ScalarKind.String)
            {
                Add(field, scalar, key);
            }

            return;
        }

        foreach (var item in node.Items)
        {
            AddScalars(field, item, fixedKey, key, textOnly, depth + 1);
        }

        foreach (var member in node.Members)
        {
            Add(field, member.Name, key);
            AddScalars(field, member.Value, fixedKey, fixedKey ?? member.Name, textOnly, depth + 1);
        }
    }
}
