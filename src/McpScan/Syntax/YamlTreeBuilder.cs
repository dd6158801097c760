using System.Collections.Immutable;
using McpScan.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace McpScan.Syntax;

/// <summary>Makes nodes of the events of a YAML parser; what is open when they stop is closed there.</summary>
/// <param name="source">The text.</param>
/// <param name="notices">Takes the errors.</param>
/// <param name="offset">What to add to the parser's offsets.</param>
internal sealed class YamlTreeBuilder(SourceText source, ReaderNotices notices, int offset)
{
    private readonly YamlScalarReader _scalars = new(source);
    private readonly List<DataNode> _roots = [];
    private readonly Stack<YamlContainer> _open = new();

    // Null while the node is being read: an alias to it would make a cycle.
    private readonly Dictionary<string, Anchored?> _anchors = new(StringComparer.Ordinal);
    private int _weight;
    private int _lastEnd;

    private sealed record Anchored(DataNode Node, int Weight, int Height);

    /// <summary>Whether a bound was passed: nothing more is taken.</summary>
    public bool IsAbandoned { get; private set; }

    public void Add(ParsingEvent item)
    {
        switch (item)
        {
            case DocumentStart:
                _anchors.Clear();
                break;
            case Scalar scalar:
                // A name that is missing has no mark of its own: it stands behind what came last.
                var start = Math.Max(At(scalar.Start), _lastEnd);
                var node = _scalars.Read(scalar, start, Math.Max(At(scalar.End), start));
                Spend(1);
                Register(scalar.Anchor, node, 1, 0);
                Place(node, node.Span, 1, 0);
                break;
            case AnchorAlias alias:
                PlaceAlias(alias.Value.Value, TextSpan.FromBounds(At(alias.Start), At(alias.End)));
                break;
            case MappingStart mapping:
                Open(mapping, isMapping: true, mapping.Style == MappingStyle.Flow);
                break;
            case SequenceStart sequence:
                Open(sequence, isMapping: false, sequence.Style == SequenceStyle.Flow);
                break;
            case MappingEnd or SequenceEnd:
                CloseInnermost(At(item.Start));
                break;
        }
    }

    /// <summary>An error that ends the stream.</summary>
    public void Fail(Mark? mark, string message)
    {
        var at = mark is { } place ? At(place) : _lastEnd;
        notices.Error(new TextSpan(at, at < source.Length ? 1 : 0), message);
    }

    /// <summary>Closes what is open and gives the documents.</summary>
    public ImmutableArray<DataNode> Close()
    {
        while (_open.Count > 0)
        {
            CloseInnermost(null);
        }

        return [.. _roots];
    }

    private int At(Mark mark) => (int)Math.Clamp(mark.Index + offset, 0, source.Length);

    private void Open(NodeEvent start, bool isMapping, bool isFlow)
    {
        var at = At(start.Start);
        if (_open.Count >= ReaderLimits.MaxDepth)
        {
            Abandon(at, $"Nesting is deeper than {ReaderLimits.MaxDepth}; the text from here on was not read.");
            return;
        }

        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor.Value] = null;
        }

        Spend(1);
        if (at < _lastEnd)
        {
            // A pair in a flow sequence, [a: 1], has no mark of its own.
            _open.Push(new YamlContainer(source, null, start.Anchor, isMapping, isFlow: false));
            return;
        }

        _open.Push(new YamlContainer(source, at, start.Anchor, isMapping, isFlow));
        _lastEnd = isFlow ? at + 1 : at;
    }

    private void CloseInnermost(int? bracket)
    {
        var container = _open.Pop();
        var end = container.IsFlow && bracket is { } at ? Math.Min(at + 1, source.Length) : container.LastEnd;
        var node = container.ToNode(end);
        Register(container.Anchor, node, container.Weight, container.Height);
        Place(node, node.Span, container.Weight, container.Height);
    }

    private void Register(AnchorName anchor, DataNode node, int weight, int height)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = new Anchored(node, weight, height);
        }
    }

    private void PlaceAlias(string name, TextSpan span)
    {
        var error = !_anchors.TryGetValue(name, out var target) ? "There is no anchor of this name before the alias."
            : target is null ? "The alias stands inside of its own anchor."
            : target.Height + _open.Count > ReaderLimits.MaxDepth ? $"The alias nests values deeper than {ReaderLimits.MaxDepth}."
            : target.Weight > ReaderLimits.MaxNodes - _weight ? $"The aliases stand for more than {ReaderLimits.MaxNodes} values."
            : null;
        if (error is null)
        {
            Spend(target!.Weight);
            Place(target.Node, span, target.Weight, target.Height);
            return;
        }

        notices.Error(span, error);
        Spend(1);
        Place(ScalarNode.Rewritten(source, span, ScalarKind.Null, "null"), span, 1, 0);
    }

    private void Place(DataNode node, TextSpan place, int weight, int height)
    {
        _lastEnd = Math.Max(_lastEnd, place.End);
        if (_open.TryPeek(out var parent))
        {
            parent.Add(node, place, weight, height);
        }
        else
        {
            _roots.Add(node);
        }
    }

    // What aliases repeat counts each time: whoever walks the tree walks over it again.
    private void Spend(int weight)
    {
        _weight += weight;
        if (_weight > ReaderLimits.MaxNodes)
        {
            Abandon(_lastEnd, $"The text has more than {ReaderLimits.MaxNodes} values; the rest was not read.");
        }
    }

    private void Abandon(int at, string message)
    {
        if (!IsAbandoned)
        {
            notices.Error(new TextSpan(at, at < source.Length ? 1 : 0), message);
        }

        IsAbandoned = true;
    }
}
