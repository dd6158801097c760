using System.Buffers;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Walks over the tokens of JSON text: white space, comments, strings and words, and whatever else stands there.</summary>
internal sealed class JsonTokens(SourceText source, ReaderNotices notices)
{
    private static readonly SearchValues<char> Brackets = SearchValues.Create("{}[]\"");
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n,:{}[]\"'");

    private readonly string _text = source.Text;
    private readonly JsonStringReader _strings = new(source, notices);
    private int _end;
    private bool _isEvent;
    private bool _isUnterminated;
    private bool _isAbandoned;

    public int Position { get; private set; }

    /// <summary>Where the last name, value or punctuation ended: the place of what is missing behind it.</summary>
    public int LastEnd { get; private set; }

    /// <summary>The character at the current offset, which is not the end.</summary>
    public char Current => _text[Position];

    public void Start(int start, int end)
    {
        Position = LastEnd = start;
        _end = end;
        _isAbandoned = false;
        SkipFieldNames();
    }

    /// <summary>Says that the text is a server-sent event: the names of its fields are passed over like white space.</summary>
    public void StartEvent() => _isEvent = true;

    public void Advance() => LastEnd = ++Position;

    /// <summary>Passes over white space and comments; false at the end of the text.</summary>
    public bool SkipTrivia()
    {
        while (Position < _end)
        {
            switch (_text[Position])
            {
                case '\n':
                    Position++;
                    SkipFieldNames();
                    break;
                case ' ' or '\t' or '\r':
                    Position++;
                    break;
                case '\uFEFF' when Position == 0:
                    Position++;
                    break;
                case '/' when Position + 1 < _end && _text[Position + 1] is '/' or '*':
                    SkipComment();
                    break;
                default:
                    return true;
            }
        }

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
            notices.Error(new TextSpan(Position, 1), "JSON strings have double quotes.");
        }

        var node = _strings.Read(Position, _end);
        _isUnterminated = _strings.IsUnterminated;
        Position = LastEnd = node.Span.End;
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
    public void ReportMissing(string message) => notices.Error(new TextSpan(LastEnd, 0), message);

    /// <summary>An error at the current character, which is passed over.</summary>
    public void ReportStray(string message)
    {
        if (Position < _end)
        {
            notices.Error(new TextSpan(Position, 1), message);
            Advance();
        }
    }

    /// <summary>An error at the run of characters here that begin nothing; they are passed over.</summary>
    public void SkipStray()
    {
        if (Position >= _end)
        {
            return;
        }

        var start = Position++;
        while (Position < _end && IsStray(Current))
        {
            Position++;
        }

        LastEnd = Position;
        notices.Error(TextSpan.FromBounds(start, Position), "This is not JSON.");
    }

    /// <summary>Whether text stands here that is neither a bracket, a string, a number nor a literal.</summary>
    public bool IsLineOfProse() => Current is not ('{' or '[' or '"' or '\'' or '}' or ']' or ',' or ':') && !JsonWords.IsValid(_text.AsSpan(Position, WordLength()));

    /// <summary>An error at the text here up to a bracket or the end of the line, as of a log between messages.</summary>
    public void SkipProse()
    {
        var start = Position;
        var length = _text.AsSpan(start, _end - start).IndexOfAny("{[\r\n");
        Position = LastEnd = length < 0 ? _end : start + length;
        notices.Error(TextSpan.FromBounds(start, Position), "This is not JSON.");
    }

    /// <summary>Passes over a whole object or array without reading it.</summary>
    public TextSpan SkipContainer()
    {
        var start = Position;
        var depth = 0;
        while (Position < _end)
        {
            var found = _text.AsSpan(Position, _end - Position).IndexOfAny(Brackets);
            Position = found < 0 ? _end : Position + found;
            if (Position == _end)
            {
                break;
            }

            if (Current == '"')
            {
                SkipString();
                continue;
            }

            depth += Current is '{' or '[' ? 1 : -1;
            Position++;
            if (depth == 0)
            {
                break;
            }
        }

        LastEnd = Position;
        return TextSpan.FromBounds(start, Position);
    }

    /// <summary>An error that ends the reading of the whole text.</summary>
    public void Abandon(string message)
    {
        if (Position < _end)
        {
            notices.Error(new TextSpan(Position, 1), message);
        }

        _isAbandoned = true;
        Position = LastEnd = _end;
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
        var span = new TextSpan(Position, Math.Max(WordLength(), 1));
        Position = LastEnd = span.End;
        return span;
    }

    private int WordLength()
    {
        var length = _text.AsSpan(Position, _end - Position).IndexOfAny(WordEnds);
        return length < 0 ? _end - Position : length;
    }

    private static bool IsStray(char c) => !char.IsAsciiLetterOrDigit(c) && c is not ('"' or '\'' or '{' or '}' or '[' or ']' or ',' or '-' or '_' or '$' or ' ' or '\t' or '\r' or '\n');

    private void SkipComment()
    {
        var start = Position;
        if (_text[start + 1] == '/')
        {
            var length = _text.AsSpan(start, _end - start).IndexOfAny('\r', '\n');
            Position = length < 0 ? _end : start + length;
            return;
        }

        var close = _text.AsSpan(start + 2, _end - start - 2).IndexOf("*/");
        if (close >= 0)
        {
            Position = start + 2 + close + 2;
            return;
        }

        notices.Error(new TextSpan(start, 2), "The comment is not closed; the rest of the text is in it.");
        _isAbandoned = true;
        Position = _end;
    }

    private void SkipString()
    {
        Position++;
        while (Position < _end)
        {
            var found = _text.AsSpan(Position, _end - Position).IndexOfAny('"', '\\', '\n');
            Position = found < 0 ? _end : Position + found + 1;
            if (found < 0 || _text[Position - 1] != '\\')
            {
                return;
            }

            Position = Math.Min(Position + 1, _end);
        }
    }

    // At the start of a line of an event: "data:" is passed over, a line of any other field wholly.
    private void SkipFieldNames()
    {
        while (_isEvent && Position < _end)
        {
            var rest = _text.AsSpan(Position, _end - Position);
            if (rest.StartsWith("data:"))
            {
                Position += 5;
                return;
            }

            var colon = rest.IndexOfAny(":\r\n");
            if (colon < 0 || rest[colon] != ':' || rest[..colon] is not ("" or "event" or "id" or "retry"))
            {
                return;
            }

            var length = rest.IndexOf('\n');
            Position = length < 0 ? _end : Position + length + 1;
        }
    }
}
