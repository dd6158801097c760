using System.Buffers;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Walks over the tokens of JSON text: white space, comments, strings and words, and whatever else stands there.</summary>
internal sealed class JsonTokens(SourceText source, ReaderNotices notices)
{
    private static readonly SearchValues<char> Brackets = SearchValues.Create("{}[]\"");

    private readonly string _text = source.Text;
    private readonly JsonStringReader _strings = new(source, notices);
    private int _position;
    private int _lastEnd;
    private int _end;
    private bool _isEvent;
    private bool _isUnterminated;
    private bool _isAbandoned;

    public int Position => _position;

    /// <summary>Where the last name, value or punctuation ended: the place of what is missing behind it.</summary>
    public int LastEnd => _lastEnd;

    /// <summary>The character at the current offset, which is not the end.</summary>
    public char Current => _text[_position];

    public void Start(int start, int end)
    {
        _position = _lastEnd = start;
        _end = end;
        _isAbandoned = false;
        if (_isEvent)
        {
            SkipFieldNames();
        }
    }

    /// <summary>Says that the text is a server-sent event: the names of its fields are passed over like white space.</summary>
    public void StartEvent() => _isEvent = true;

    public void Advance() => _lastEnd = ++_position;

    /// <summary>Passes over white space and comments; false at the end of the text.</summary>
    public bool SkipTrivia()
    {
        var text = _text;
        var at = _position;
        while (at < _end)
        {
            var c = text[at];
            if (c is ' ' or '\n' or '\r' or '\t' || (c == '\uFEFF' && at == 0))
            {
                at++;
                if (_isEvent && c == '\n')
                {
                    _position = at;
                    SkipFieldNames();
                    at = _position;
                }
            }
            else if (c == '/' && at + 1 < _end && text[at + 1] is '/' or '*')
            {
                _position = at;
                SkipComment();
                at = _position;
            }
            else
            {
                _position = at;
                return true;
            }
        }

        _position = at;
        return false;
    }

    /// <summary>Passes over one punctuation mark behind white space, if it is there.</summary>
    public bool TrySkip(char mark)
    {
        if (!SkipTrivia() || Current != mark)
        {
            return false;
        }

        Advance();
        return true;
    }

    public ScalarNode ReadString()
    {
        if (Current == '\'')
        {
            notices.Error(new TextSpan(_position, 1), "JSON strings have double quotes.");
        }

        var node = _strings.Read(_position, _end);
        _isUnterminated = _strings.IsUnterminated;
        _position = _lastEnd = node.Span.End;
        return node;
    }

    /// <summary>A number, a literal or, with an error, a bare word.</summary>
    public ScalarNode ReadWord()
    {
        var span = TakeWord();
        var node = JsonWords.Read(source, span, out var error);
        if (error is not null)
        {
            notices.Error(span, error);
        }

        return node;
    }

    /// <summary>The name of a member, quoted or, with an error, bare.</summary>
    public ScalarNode ReadName()
    {
        if (Current is '"' or '\'')
        {
            return ReadString();
        }

        var span = TakeWord();
        notices.Error(span, "The name of a member needs double quotes.");
        return new ScalarNode(source, span, ScalarKind.String, source.ToString(span), span.Start);
    }

    /// <summary>Expects a comma or a closing bracket behind a member or an item.</summary>
    public void EndPart()
    {
        var isUnterminated = _isUnterminated;
        _isUnterminated = false;
        while (SkipTrivia() && Current is not ('}' or ']'))
        {
            if (Current == ',')
            {
                Advance();
                return;
            }

            if (Current is '"' or '\'' or '{' or '[' || !IsStray(Current))
            {
                // A quote that never closed has taken the comma with it.
                if (!isUnterminated)
                {
                    ReportMissing("A comma is missing here.");
                }

                return;
            }

            SkipStray();
        }
    }

    /// <summary>An error at the place behind the last token.</summary>
    public void ReportMissing(string message) => notices.Error(new TextSpan(_lastEnd, 0), message);

    /// <summary>An error at the current character, which is passed over.</summary>
    public void ReportStray(string message)
    {
        if (_position < _end)
        {
            notices.Error(new TextSpan(_position, 1), message);
            Advance();
        }
    }

    /// <summary>An error at the run of characters here that begin nothing; they are passed over.</summary>
    public void SkipStray()
    {
        if (_position >= _end)
        {
            return;
        }

        var start = _position++;
        while (_position < _end && IsStray(Current))
        {
            _position++;
        }

        _lastEnd = _position;
        notices.Error(TextSpan.FromBounds(start, _position), "This is not JSON.");
    }

    /// <summary>Whether text stands here that is neither a bracket, a string, a number nor a literal.</summary>
    public bool IsLineOfProse() => Current is not ('{' or '[' or '"' or '\'' or '}' or ']' or ',' or ':') && !JsonWords.IsValid(_text.AsSpan(_position, WordLength()));

    /// <summary>An error at the text here up to a bracket or the end of the line, as of a log between messages.</summary>
    public void SkipProse()
    {
        var start = _position;
        var length = _text.AsSpan(start, _end - start).IndexOfAny("{[\r\n");
        _position = _lastEnd = length < 0 ? _end : start + length;
        notices.Error(TextSpan.FromBounds(start, _position), "This is not JSON.");
    }

    /// <summary>Passes over a whole object or array without reading it.</summary>
    public TextSpan SkipContainer()
    {
        var start = _position;
        var depth = 0;
        while (_position < _end)
        {
            var found = _text.AsSpan(_position, _end - _position).IndexOfAny(Brackets);
            _position = found < 0 ? _end : _position + found;
            if (_position == _end)
            {
                break;
            }

            if (Current == '"')
            {
                SkipString();
                continue;
            }

            depth += Current is '{' or '[' ? 1 : -1;
            _position++;
            if (depth == 0)
            {
                break;
            }
        }

        _lastEnd = _position;
        return TextSpan.FromBounds(start, _position);
    }

    /// <summary>An error that ends the reading of the whole text.</summary>
    public void Abandon(string message)
    {
        if (_position < _end)
        {
            notices.Error(new TextSpan(_position, 1), message);
        }

        _isAbandoned = true;
        _position = _lastEnd = _end;
    }

    /// <summary>An error at a bracket whose partner is missing when the text ends: once, for the innermost.</summary>
    public void ReportUnclosed(int start)
    {
        if (!_isAbandoned)
        {
            notices.Error(new TextSpan(start, 1), $"The text ends before this '{_text[start]}' is closed.");
        }

        _isAbandoned = true;
    }

    private TextSpan TakeWord()
    {
        var span = new TextSpan(_position, Math.Max(WordLength(), 1));
        _position = _lastEnd = span.End;
        return span;
    }

    private int WordLength()
    {
        var at = _position;
        while (at < _end && _text[at] is not (' ' or '\t' or '\r' or '\n' or ',' or ':' or '{' or '}' or '[' or ']' or '"' or '\''))
        {
            at++;
        }

        return at - _position;
    }

    private static bool IsStray(char c) => !char.IsAsciiLetterOrDigit(c) && c is not ('"' or '\'' or '{' or '}' or '[' or ']' or ',' or '-' or '_' or '$' or ' ' or '\t' or '\r' or '\n');

    private void SkipComment()
    {
        var start = _position;
        if (_text[start + 1] == '/')
        {
            var length = _text.AsSpan(start, _end - start).IndexOfAny('\r', '\n');
            _position = length < 0 ? _end : start + length;
            return;
        }

        var close = _text.AsSpan(start + 2, _end - start - 2).IndexOf("*/");
        if (close >= 0)
        {
            _position = start + 2 + close + 2;
            return;
        }

        notices.Error(new TextSpan(start, 2), "The comment is not closed; the rest of the text is in it.");
        _isAbandoned = true;
        _position = _end;
    }

    private void SkipString()
    {
        _position++;
        while (_position < _end)
        {
            var found = _text.AsSpan(_position, _end - _position).IndexOfAny('"', '\\', '\n');
            _position = found < 0 ? _end : _position + found + 1;
            if (found < 0 || _text[_position - 1] != '\\')
            {
                return;
            }

            _position = Math.Min(_position + 1, _end);
        }
    }

    // At the start of a line of an event: "data:" is passed over, a line of any other field wholly.
    private void SkipFieldNames()
    {
        while (_position < _end)
        {
            var rest = _text.AsSpan(_position, _end - _position);
            if (rest.StartsWith("data:"))
            {
                _position += 5;
                return;
            }

            var colon = rest.IndexOfAny(":\r\n");
            if (colon < 0 || rest[colon] != ':' || rest[..colon] is not ("" or "event" or "id" or "retry"))
            {
                return;
            }

            var length = rest.IndexOf('\n');
            _position = length < 0 ? _end : _position + length + 1;
        }
    }
}
