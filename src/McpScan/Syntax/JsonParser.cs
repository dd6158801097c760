using System.Collections.Immutable;
using System.Runtime.InteropServices;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Makes nodes of JSON text in one pass, and goes on behind every error.</summary>
internal sealed class JsonParser(SourceText source, ReaderNotices notices)
{
    private readonly string _text = source.Text;
    private readonly JsonTokens _tokens = new(source, notices);
    private readonly List<DataNode> _roots = [];

    // Members and items of all open containers, innermost last: no list per container.
    private DataMember[] _members = new DataMember[32];
    private DataNode[] _items = new DataNode[32];
    private int _memberCount;
    private int _itemCount;
    private int _openObjects;
    private int _openArrays;
    private int _nodeCount;

    public ImmutableArray<DataNode> Roots => [.. _roots];

    /// <summary>Reads all values between two offsets: one as a rule, more in JSON Lines.</summary>
    public void ReadRoots(int start, int end)
    {
        _tokens.Start(start, end);
        while (_tokens.SkipTrivia())
        {
            if (_tokens.IsLineOfProse())
            {
                _tokens.SkipProse();
            }
            else if (ReadValue() is { } root)
            {
                _roots.Add(root);
            }
            else
            {
                _tokens.SkipStray();
            }
        }
    }

    /// <summary>Reads the values in the <c>data:</c> lines of one server-sent event.</summary>
    public void ReadEvent(int start, int end)
    {
        _tokens.StartEvent();
        ReadRoots(start, end);
    }

    /// <summary>The value at the current offset, or null where none begins.</summary>
    private DataNode? ReadValue()
    {
        var c = _tokens.Current;
        if (c is ',' or ':' or '}' or ']' || !Count())
        {
            return null;
        }

        return c switch
        {
            '{' => ReadObject(),
            '[' => ReadArray(),
            '"' or '\'' => _tokens.ReadString(),
            _ => _tokens.ReadWord(),
        };
    }

    private bool Count()
    {
        if (_nodeCount++ < ReaderLimits.MaxNodes)
        {
            return true;
        }

        _tokens.Abandon($"The text has more than {ReaderLimits.MaxNodes} values; the rest was not read.");
        return false;
    }

    private ObjectNode ReadObject()
    {
        var start = _tokens.Position;
        if (IsTooDeep())
        {
            return new ObjectNode(source, _tokens.SkipContainer(), []);
        }

        var first = _memberCount;
        _openObjects++;
        _tokens.Advance();
        while (!IsClosed('}', start, _openArrays))
        {
            ReadMember();
        }

        _openObjects--;
        var members = new DataMember[_memberCount - first];
        Array.Copy(_members, first, members, 0, members.Length);
        Array.Clear(_members, first, members.Length);
        _memberCount = first;
        return new ObjectNode(source, TextSpan.FromBounds(start, _tokens.Position), ImmutableCollectionsMarshal.AsImmutableArray(members));
    }

    private ArrayNode ReadArray()
    {
        var start = _tokens.Position;
        if (IsTooDeep())
        {
            return new ArrayNode(source, _tokens.SkipContainer(), []);
        }

        var first = _itemCount;
        _openArrays++;
        _tokens.Advance();
        while (!IsClosed(']', start, _openObjects))
        {
            ReadItem();
        }

        _openArrays--;
        var items = new DataNode[_itemCount - first];
        Array.Copy(_items, first, items, 0, items.Length);
        Array.Clear(_items, first, items.Length);
        _itemCount = first;
        return new ArrayNode(source, TextSpan.FromBounds(start, _tokens.Position), ImmutableCollectionsMarshal.AsImmutableArray(items));
    }

    private bool IsTooDeep()
    {
        if (_openObjects + _openArrays < ReaderLimits.MaxDepth)
        {
            return false;
        }

        notices.Error(new TextSpan(_tokens.Position, 1), $"Nesting is deeper than {ReaderLimits.MaxDepth}; what is inside here was not read.");
        return true;
    }

    /// <summary>Whether the container ends here, by its bracket, by the bracket of one around it, or with the text.</summary>
    private bool IsClosed(char bracket, int start, int openOthers)
    {
        while (_tokens.SkipTrivia())
        {
            var c = _tokens.Current;
            if (c == bracket)
            {
                _tokens.Advance();
                return true;
            }

            if (c is not ('}' or ']'))
            {
                return false;
            }

            var at = new TextSpan(_tokens.Position, 1);
            if (openOthers > 0)
            {
                notices.Error(at, $"'{bracket}' is missing before this '{c}', for the '{_text[start]}' in line {source.GetLinePosition(start).Line + 1}.");
                return true;
            }

            notices.Error(at, $"This '{c}' closes nothing; a '{bracket}' is expected.");
            _tokens.Advance();
        }

        _tokens.ReportUnclosed(start);
        return true;
    }

    private void ReadMember()
    {
        if (_tokens.Current == ',')
        {
            _tokens.ReportStray("A member is missing before this comma.");
            return;
        }

        if (_tokens.Current is '{' or '[' or ':')
        {
            _tokens.ReportMissing("A name is missing here.");
            _tokens.TrySkip(':');
            _ = _tokens.SkipTrivia() ? ReadValue() : null;
            _tokens.EndPart();
            return;
        }

        var name = _tokens.ReadName();
        var hasColon = _tokens.TrySkip(':');
        if (!hasColon)
        {
            _tokens.ReportMissing("A colon is missing here.");
        }

        var value = _tokens.SkipTrivia() ? ReadValue() : null;
        if (!hasColon && value is ScalarNode { Kind: ScalarKind.String } next && _tokens.TrySkip(':'))
        {
            // What was taken for the value is the name of the next member.
            AddMember(name, ScalarNode.ImpliedNull(source, name.Span.End));
            name = next;
            hasColon = true;
            value = _tokens.SkipTrivia() ? ReadValue() : null;
        }

        if (value is null && hasColon)
        {
            _tokens.ReportMissing("A value is missing here.");
        }

        AddMember(name, value ?? ScalarNode.ImpliedNull(source, _tokens.LastEnd));
        _tokens.EndPart();
    }

    private void AddMember(ScalarNode name, DataNode value)
    {
        if (_memberCount == _members.Length)
        {
            Array.Resize(ref _members, _memberCount * 2);
        }

        _members[_memberCount++] = new DataMember(name, value);
    }

    private void ReadItem()
    {
        if (_tokens.Current == ',')
        {
            _tokens.ReportStray("A value is missing before this comma.");
            return;
        }

        if (ReadValue() is not { } value)
        {
            _tokens.ReportStray("A value or ']' is expected here.");
            return;
        }

        if (_itemCount == _items.Length)
        {
            Array.Resize(ref _items, _itemCount * 2);
        }

        _items[_itemCount++] = value;
        _tokens.EndPart();
    }
}
