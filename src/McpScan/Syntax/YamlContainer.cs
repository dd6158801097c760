using System.Collections.Immutable;
using McpScan.Text;
using YamlDotNet.Core;

namespace McpScan.Syntax;

/// <summary>A mapping or sequence of YAML while it is read.</summary>
/// <param name="source">The text.</param>
/// <param name="start">Where it begins; null for where its first part begins.</param>
/// <param name="anchor">Its anchor, or the empty one.</param>
/// <param name="isMapping">Whether it is a mapping.</param>
/// <param name="isFlow">Whether it ends with a bracket.</param>
internal sealed class YamlContainer(SourceText source, int? start, AnchorName anchor, bool isMapping, bool isFlow)
{
    private readonly List<DataNode> _items = [];
    private readonly List<DataMember> _members = [];
    private readonly List<DataNode> _merges = [];
    private int? _start = start;
    private ScalarNode? _name;

    public AnchorName Anchor { get; } = anchor;

    public bool IsFlow { get; } = isFlow;

    /// <summary>How many values it stands for, itself and every repetition through an alias included.</summary>
    public int Weight { get; private set; } = 1;

    /// <summary>How deep it nests: 1 for a container of scalars.</summary>
    public int Height { get; private set; } = 1;

    /// <summary>Where the last part of it ended.</summary>
    public int LastEnd { get; private set; } = start ?? 0;

    /// <param name="node">The next item, name or value.</param>
    /// <param name="place">Where it stands here: for an alias another place than the node's own.</param>
    /// <param name="weight">How many values it stands for.</param>
    /// <param name="height">How deep it nests.</param>
    public void Add(DataNode node, TextSpan place, int weight, int height)
    {
        _start ??= place.Start;
        LastEnd = Math.Max(LastEnd, place.End);
        Weight += weight;
        Height = Math.Max(Height, height + 1);
        if (!isMapping)
        {
            _items.Add(node);
        }
        else if (_name is null)
        {
            _name = node as ScalarNode ?? NameOf(place);
        }
        else
        {
            AddMember(_name, node);
            _name = null;
        }
    }

    /// <summary>The finished node.</summary>
    /// <param name="end">Where it ends.</param>
    public DataNode ToNode(int end)
    {
        var span = TextSpan.FromBounds(_start ?? end, Math.Max(end, LastEnd));
        if (!isMapping)
        {
            return new ArrayNode(source, span, [.. _items]);
        }

        if (_name is not null)
        {
            AddMember(_name, ScalarNode.ImpliedNull(source, LastEnd));
        }

        if (_merges.Count > 0)
        {
            Merge();
        }

        return new ObjectNode(source, span, [.. _members]);
    }

    // A list or mapping as a name: its text stands for it.
    private ScalarNode NameOf(TextSpan place) => new(source, place, ScalarKind.String, source.ToString(place), place.Start);

    private void AddMember(ScalarNode name, DataNode value)
    {
        if (name.Value == "<<" && name.Span.Length == 2 && value is ObjectNode or ArrayNode)
        {
            _merges.Add(value);
        }
        else
        {
            _members.Add(new DataMember(name, value));
        }
    }

    // Members that are absent are added as they were written elsewhere; the first that gives a name wins.
    // The work is bounded: an alias has paid for all that it stands for.
    private void Merge()
    {
        var names = new HashSet<string>(_members.Count, StringComparer.Ordinal);
        foreach (var member in _members)
        {
            names.Add(member.Name.Value);
        }

        foreach (var merge in _merges)
        {
            MergeFrom(merge, names);
            foreach (var item in merge.Items)
            {
                MergeFrom(item, names);
            }
        }
    }

    private void MergeFrom(DataNode from, HashSet<string> names)
    {
        foreach (var member in from.Members)
        {
            if (names.Add(member.Name.Value))
            {
                _members.Add(member);
            }
        }
    }
}
