using System.Text;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Reads quoted strings of JSON: the value, and where each part of it was written.</summary>
internal sealed class JsonStringReader(SourceText source, ReaderNotices notices)
{
    private readonly string _text = source.Text;
    private readonly NameCache _names = new();
    private StringBuilder? _value;
    private bool _hasRawControl;
    private int _nextQuote;
    private bool _nextQuoteContinues;

    /// <summary>Whether the string read last had no closing quote.</summary>
    public bool IsUnterminated { get; private set; }

    /// <summary>Reads the string whose opening quote stands at <paramref name="start"/>; it never reaches beyond <paramref name="end"/>.</summary>
    public ScalarNode Read(int start, int end)
    {
        IsUnterminated = false;
        var quote = _text[start];
        var content = start + 1;
        var stop = FindSpecial(content, end, quote);
        if (stop < end && _text[stop] == quote)
        {
            var value = _names.Get(_text.AsSpan(content, stop - content));
            return new ScalarNode(source, TextSpan.FromBounds(start, stop + 1), ScalarKind.String, value, content);
        }

        return Decode(start, stop, end, quote);
    }

    private ScalarNode Decode(int start, int stop, int end, char quote)
    {
        var value = (_value ??= new StringBuilder()).Clear();
        var map = new DecodeMap.Builder();
        _hasRawControl = false;
        _nextQuote = -1;
        var from = start + 1;
        while (true)
        {
            value.Append(_text, from, stop - from);
            map.Add(stop - from, from, stop - from);
            if (stop >= end || (_text[stop] is '\n' or '\r' && !Continues(stop, end, quote)))
            {
                IsUnterminated = true;
                notices.Error(TextSpan.FromBounds(start, stop), "The string has no closing quote; it is taken to end with its line.");
                break;
            }

            from = stop;
            if (_text[stop] == quote)
            {
                break;
            }

            if (_text[stop] == '\\')
            {
                from = Unescape(stop, end, quote, value, map);
                stop = FindSpecial(from, end, quote);
            }
            else
            {
                WarnOfControl(stop);
                stop = FindSpecial(stop + 1, end, quote);
            }
        }

        var span = TextSpan.FromBounds(start, IsUnterminated ? stop : stop + 1);
        return new ScalarNode(source, span, ScalarKind.String, value.ToString(), start + 1, map.ToMap());
    }

    // A plain loop: most strings are short, and the framework's searches box their bounds or compile vector methods at every start.
    private int FindSpecial(int from, int end, char quote)
    {
        while (from < end && _text[from] >= ' ' && _text[from] != quote && _text[from] != '\\')
        {
            from++;
        }

        return from;
    }

    /// <summary>Appends what the escape at <paramref name="at"/> stands for; gives the offset behind it. What is no escape stays as written.</summary>
    private int Unescape(int at, int end, char quote, StringBuilder value, DecodeMap.Builder map)
    {
        var c = at + 1 < end ? _text[at + 1] : '\0';
        var length = 2;
        var decoded = c switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\b',
            'f' => '\f',
            '"' or '\\' or '/' => c,
            '\'' when quote == '\'' => c,
            _ => '\0',
        };
        if (c == 'u' && TryReadHex(at + 2, end, out decoded))
        {
            length = 6;
        }
        else if (decoded == '\0')
        {
            var shown = at + 1 < end && !char.IsControl(c) ? 2 : 1;
            notices.Error(new TextSpan(at, shown), "This is no escape sequence of JSON; write a backslash as \\\\.");
            value.Append('\\');
            map.Add(1, at, 1);
            return at + 1;
        }

        value.Append(decoded);
        map.Add(1, at, length);
        return at + length;
    }

    private bool TryReadHex(int at, int end, out char decoded)
    {
        decoded = '\0';
        if (at + 4 > end)
        {
            return false;
        }

        var number = 0;
        for (var i = at; i < at + 4; i++)
        {
            if (!char.IsAsciiHexDigit(_text[i]))
            {
                return false;
            }

            number = (number << 4) | (_text[i] <= '9' ? _text[i] - '0' : (_text[i] | 0x20) - 'a' + 10);
        }

        decoded = (char)number;
        return true;
    }

    // A line break in a string is either written raw or the closing quote is missing. The next quote tells: it closes
    // this string if the punctuation that follows a value comes behind it. Asked once per quote, so the work stays linear.
    private bool Continues(int lineBreak, int end, char quote)
    {
        if (_nextQuote < lineBreak)
        {
            var found = _text.AsSpan(lineBreak, end - lineBreak).IndexOf(quote);
            _nextQuote = found < 0 ? end : lineBreak + found;
            _nextQuoteContinues = found >= 0 && (_text[_nextQuote - 1] == '\\' || IsFollowedByPunctuation(_nextQuote + 1, end));
        }

        return _nextQuoteContinues;
    }

    private bool IsFollowedByPunctuation(int from, int end)
    {
        var next = _text.AsSpan(from, end - from).TrimStart(" \t\r\n");
        return next.IsEmpty || next[0] is ',' or ':' or '}' or ']';
    }

    private void WarnOfControl(int at)
    {
        if (_hasRawControl)
        {
            return;
        }

        _hasRawControl = true;
        notices.Warning(new TextSpan(at, 1), $"The string holds a raw control character (U+{(int)_text[at]:X4}); JSON wants it escaped.");
    }
}
