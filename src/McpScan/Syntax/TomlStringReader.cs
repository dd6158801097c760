using System.Globalization;
using System.Text;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Reads the four strings of TOML: basic and literal, on one line or on many.</summary>
internal sealed class TomlStringReader(SourceText source, ReaderNotices notices, TomlCursor cursor)
{
    private readonly string _text = source.Text;
    private readonly StringBuilder _value = new();

    /// <summary>Reads the string whose opening quote stands at the cursor.</summary>
    /// <param name="allowLines">Whether three quotes begin a text of many lines; they do not in a key.</param>
    public ScalarNode Read(bool allowLines)
    {
        var start = cursor.Position;
        var quote = cursor.Current;
        var isMultiLine = allowLines && cursor.Peek(1) == quote && cursor.Peek(2) == quote;
        var at = start + (isMultiLine ? 3 : 1);
        if (isMultiLine)
        {
            at += at + 1 < _text.Length && _text[at] == '\r' && _text[at + 1] == '\n' ? 2 : at < _text.Length && _text[at] == '\n' ? 1 : 0;
        }

        var content = at;
        _value.Clear();
        var map = new DecodeMap.Builder();
        while (true)
        {
            var run = _text.AsSpan(at).IndexOfAny(quote == '"' ? "\"\\\r\n" : "'\r\n");
            var stop = run < 0 ? _text.Length : at + run;
            Append(map, at, stop);
            at = stop;
            if (at == _text.Length || (!isMultiLine && _text[at] is '\r' or '\n'))
            {
                notices.Error(TextSpan.FromBounds(start, isMultiLine ? start + 3 : at), "The string has no closing quote.");
                break;
            }

            if (_text[at] == '\\')
            {
                at = Unescape(at, isMultiLine, map);
            }
            else if (_text[at] == quote && Closes(at, quote, isMultiLine, map, out var next))
            {
                at = next;
                break;
            }
            else
            {
                Append(map, at, at + 1);
                at++;
            }
        }

        cursor.Position = at;
        return new ScalarNode(source, TextSpan.FromBounds(start, at), ScalarKind.String, _value.ToString(), content, map.ToMap());
    }

    private void Append(DecodeMap.Builder map, int from, int to)
    {
        _value.Append(_text, from, to - from);
        map.Add(to - from, from, to - from);
    }

    // Up to two quotes may stand before the three that close.
    private bool Closes(int at, char quote, bool isMultiLine, DecodeMap.Builder map, out int next)
    {
        next = at + 1;
        if (!isMultiLine)
        {
            return true;
        }

        var count = 1;
        while (count < 5 && at + count < _text.Length && _text[at + count] == quote)
        {
            count++;
        }

        if (count < 3)
        {
            return false;
        }

        Append(map, at, at + count - 3);
        next = at + count;
        return true;
    }

    /// <summary>Appends what the escape stands for; gives the offset behind it. What is no escape stays as written.</summary>
    private int Unescape(int at, bool isMultiLine, DecodeMap.Builder map)
    {
        var c = at + 1 < _text.Length ? _text[at + 1] : '\0';
        if (isMultiLine && c is ' ' or '\t' or '\r' or '\n' && SkipLineBreak(at + 1) is var next and > 0)
        {
            return next;
        }

        var simple = c switch
        {
            'b' => '\b',
            't' => '\t',
            'n' => '\n',
            'f' => '\f',
            'r' => '\r',
            '"' or '\\' => c,
            _ => '\0',
        };
        if (simple != '\0')
        {
            _value.Append(simple);
            map.Add(1, at, 2);
            return at + 2;
        }

        var digits = c switch
        {
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        if (digits > 0 && at + 2 + digits <= _text.Length
            && uint.TryParse(_text.AsSpan(at + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && Rune.IsValid(code))
        {
            var text = new Rune(code).ToString();
            _value.Append(text);
            map.Add(text.Length, at, 2 + digits);
            return at + 2 + digits;
        }

        notices.Error(new TextSpan(at, 1), "This is no escape sequence of TOML; write a backslash as \\\\.");
        Append(map, at, at + 1);
        return at + 1;
    }

    // A backslash at the end of a line takes the break and all white space behind it away; 0 where no break comes.
    private int SkipLineBreak(int at)
    {
        var end = at;
        while (end < _text.Length && _text[end] is ' ' or '\t' or '\r' or '\n')
        {
            end++;
        }

        return _text.AsSpan(at, end - at).Contains('\n') ? end : 0;
    }
}
