using System.Text;

namespace McpScan.Syntax;

/// <summary>Follows how a literal or folded block scalar of YAML comes from its lines: indentation, folding, chomping.</summary>
internal sealed class YamlBlockDecoder
{
    private readonly string _text;
    private readonly int _to;
    private readonly bool _isFolded;
    private readonly StringBuilder _value = new();
    private readonly DecodeMap.Builder _map = new();

    private YamlBlockDecoder(string text, int to, bool isFolded)
    {
        _text = text;
        _to = to;
        _isFolded = isFolded;
    }

    /// <param name="Map">Where each part was written.</param>
    /// <param name="End">Behind the last character that is a part of the value.</param>
    public sealed record Result(DecodeMap Map, int End);

    /// <summary>The map of a block scalar; null where its lines do not come to the value that the parser gave.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="from">The indicator, <c>|</c> or <c>></c>.</param>
    /// <param name="to">The end of the last line.</param>
    /// <param name="isFolded">Whether lines are joined by spaces.</param>
    /// <param name="value">The value.</param>
    public static Result? Decode(string text, int from, int to, bool isFolded, string value)
    {
        var decoder = new YamlBlockDecoder(text, to, isFolded);
        var end = decoder.Decode(from, value);
        return decoder._value.Equals(value) ? new Result(decoder._map.ToMap(), end) : null;
    }

    private int Decode(int from, string value)
    {
        var headerEnd = LineEnd(from);
        var body = NextLine(headerEnd);
        var indent = FindIndent(body, value);
        var lastEnd = body;
        var blanks = 0;
        var isFirst = true;
        var wasIndented = false;
        for (var line = body; line < _to && indent >= 0; line = NextLine(LineEnd(line)))
        {
            var lineEnd = LineEnd(line);
            var start = line + indent;
            if (start >= lineEnd)
            {
                blanks++;
                continue;
            }

            var isIndented = _text[start] is ' ' or '\t';
            if (_isFolded && !isFirst && !isIndented && !wasIndented)
            {
                Append(blanks == 0 ? ' ' : '\n', Math.Max(blanks, 1), lastEnd, start);
            }
            else
            {
                Append('\n', isFirst ? blanks : blanks + 1, lastEnd, start);
            }

            _value.Append(_text, start, lineEnd - start);
            _map.Add(lineEnd - start, start, lineEnd - start);
            (lastEnd, blanks, isFirst, wasIndented) = (lineEnd, 0, false, isIndented);
        }

        return isFirst && value.Length == 0 ? headerEnd : AppendLastBreaks(lastEnd, value.Length - _value.Length);
    }

    private void Append(char c, int count, int from, int to)
    {
        _value.Append(c, count);
        _map.Add(count, from, to - from);
    }

    /// <summary>What chomping left of the line breaks at the end.</summary>
    private int AppendLastBreaks(int from, int count)
    {
        var end = from;
        for (var i = 0; i < count && end < _to; i++)
        {
            end = NextLine(LineEnd(end));
        }

        if (count > 0)
        {
            Append('\n', count, from, end);
        }

        return end;
    }

    // The first line with text has the indentation; what its value begins with tells what an explicit indicator left there.
    private int FindIndent(int body, string value)
    {
        for (var line = body; line < _to; line = NextLine(LineEnd(line)))
        {
            var spaces = CountSpaces(_text.AsSpan(line, LineEnd(line) - line));
            if (line + spaces < LineEnd(line))
            {
                return spaces - CountSpaces(value.AsSpan().TrimStart('\n'));
            }
        }

        return 0;
    }

    private static int CountSpaces(ReadOnlySpan<char> line)
    {
        var other = line.IndexOfAnyExcept(' ');
        return other < 0 ? line.Length : other;
    }

    private int LineEnd(int at)
    {
        var length = at < _to ? _text.AsSpan(at, _to - at).IndexOfAny('\r', '\n') : -1;
        return length < 0 ? _to : at + length;
    }

    private int NextLine(int lineEnd) =>
        lineEnd >= _to ? _to : lineEnd + (_text[lineEnd] == '\r' && lineEnd + 1 < _to && _text[lineEnd + 1] == '\n' ? 2 : 1);
}
