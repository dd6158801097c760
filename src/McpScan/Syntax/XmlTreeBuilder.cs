using System.Collections.Immutable;
using System.Text;
using System.Xml;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Makes nodes of the elements of XML; what is open when reading stops is closed there.</summary>
/// <param name="source">The text.</param>
/// <param name="notices">Takes the errors.</param>
/// <param name="place">Where the reader stands.</param>
/// <param name="offsetOf">The offset of a line and a column, both from one.</param>
internal sealed class XmlTreeBuilder(SourceText source, ReaderNotices notices, IXmlLineInfo place, Func<int, int, int> offsetOf)
{
    private readonly string _text = source.Text;
    private readonly Stack<Element> _open = new();
    private ObjectNode? _root;
    private int _nodeCount;
    private int _lastEnd;

    private sealed class Element(ScalarNode name, int start)
    {
        public ScalarNode Name { get; } = name;

        public int Start { get; } = start;

        public int ContentStart { get; set; }

        public bool HasChildren { get; set; }

        public List<DataMember> Members { get; } = [];

        public StringBuilder Text { get; } = new();
    }

    private int Here => offsetOf(place.LineNumber, place.LinePosition);

    public void ReadAll(XmlReader reader)
    {
        var isRead = reader.Read();
        while (isRead)
        {
            if (reader.NodeType == XmlNodeType.Element && !TryOpen(reader))
            {
                reader.Skip();
                isRead = !reader.EOF && _nodeCount < ReaderLimits.MaxNodes;
                continue;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when _open.Count > 0:
                    _open.Peek().Text.Append(reader.Value);
                    _lastEnd = Math.Max(_lastEnd, Here);
                    break;
                case XmlNodeType.EndElement:
                    var name = Here;
                    CloseInnermost(Math.Max(name - 2, 0), IndexBehind('>', name));
                    break;
            }

            isRead = reader.Read();
        }
    }

    /// <summary>Closes what is open and gives the root.</summary>
    public ImmutableArray<DataNode> Close()
    {
        while (_open.Count > 0)
        {
            CloseInnermost(_lastEnd, _lastEnd);
        }

        return _root is null ? [] : [_root];
    }

    private bool TryOpen(XmlReader reader)
    {
        var at = Here;
        var isTooDeep = _open.Count >= ReaderLimits.MaxDepth - 1;
        if (isTooDeep || ++_nodeCount > ReaderLimits.MaxNodes)
        {
            notices.Error(new TextSpan(at, 0), isTooDeep ? $"Nesting is deeper than {ReaderLimits.MaxDepth}; what is inside here was not read."
                : $"The text has more than {ReaderLimits.MaxNodes} values; the rest was not read.");
            return false;
        }

        if (_open.TryPeek(out var parent))
        {
            parent.HasChildren = true;
        }

        var isEmpty = reader.IsEmptyElement;
        var element = new Element(NameAt(at, reader, ""), Math.Max(at - 1, 0));
        var end = element.Name.Span.End;
        while (reader.MoveToNextAttribute())
        {
            _nodeCount++;
            var name = NameAt(Here, reader, "@");
            var value = AttributeValue(name.Span.End, reader.Value);
            element.Members.Add(new DataMember(name, value));
            end = value.Span.End;
        }

        element.ContentStart = _lastEnd = IndexBehind('>', end);
        _open.Push(element);
        if (isEmpty)
        {
            CloseInnermost(element.ContentStart, element.ContentStart);
        }

        return true;
    }

    private void CloseInnermost(int contentEnd, int end)
    {
        var element = _open.Pop();
        _lastEnd = Math.Max(end, element.ContentStart);
        var span = TextSpan.FromBounds(element.Start, _lastEnd);
        var content = TextSpan.FromBounds(element.ContentStart, Math.Max(contentEnd, element.ContentStart));
        DataNode node;
        if (element.Members.Count == 0 && !element.HasChildren)
        {
            node = XmlDecoder.ToScalar(source, content, content, element.Text.ToString(), isAttribute: false);
        }
        else
        {
            if (!element.HasChildren && !string.IsNullOrWhiteSpace(element.Text.ToString()))
            {
                var name = new ScalarNode(source, content, ScalarKind.String, "#text", content.Start, DecodeMap.Whole("#text".Length, content));
                element.Members.Add(new DataMember(name, XmlDecoder.ToScalar(source, content, content, element.Text.ToString(), isAttribute: false)));
            }

            node = new ObjectNode(source, span, [.. element.Members]);
        }

        var member = new DataMember(element.Name, node);
        if (_open.TryPeek(out var parent))
        {
            parent.Members.Add(member);
        }
        else
        {
            _root = new ObjectNode(source, span, [member]);
        }
    }

    // An attribute's name has an '@' before it that nobody wrote.
    private ScalarNode NameAt(int at, XmlReader reader, string sigil)
    {
        var span = new TextSpan(at + (reader.Prefix.Length == 0 ? 0 : reader.Prefix.Length + 1), reader.LocalName.Length);
        span = TextSpan.FromBounds(Math.Min(span.Start, _text.Length), Math.Min(span.End, _text.Length));
        return sigil.Length == 0
            ? new ScalarNode(source, span, ScalarKind.String, reader.LocalName, span.Start)
            : ScalarNode.Rewritten(source, span, ScalarKind.String, sigil + reader.LocalName);
    }

    private ScalarNode AttributeValue(int nameEnd, string value)
    {
        var quote = _text.AsSpan(nameEnd).IndexOfAny('"', '\'');
        var start = quote < 0 ? nameEnd : nameEnd + quote;
        var end = quote < 0 ? start : IndexBehind(_text[start], start + 1);
        var content = quote < 0 ? new TextSpan(start, 0) : TextSpan.FromBounds(start + 1, Math.Max(end - 1, start + 1));
        return XmlDecoder.ToScalar(source, TextSpan.FromBounds(start, end), content, value, isAttribute: true);
    }

    private int IndexBehind(char c, int from)
    {
        var found = from < _text.Length ? _text.IndexOf(c, from) : -1;
        return found < 0 ? _text.Length : found + 1;
    }
}
