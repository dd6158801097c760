using System.Collections.Immutable;
using System.Globalization;

namespace McpScan.Text;

/// <summary>One file's text with its line starts; the only maker of line and column.</summary>
/// <remarks>Lines end with LF, CR or CRLF, as SARIF viewers and editors count them.</remarks>
public sealed class SourceText
{
    private ImmutableArray<int> _lineStarts;

    /// <summary>Makes a text; a leading byte-order mark must already be gone.</summary>
    /// <param name="path">Relative path with forward slashes, as reports print it.</param>
    /// <param name="text">The whole text.</param>
    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
    }

    /// <summary>Relative path with forward slashes; a member of an archive reads <c>bundle.mcpb!/manifest.json</c>.</summary>
    public string Path { get; }

    public string Text { get; }

    public int Length => Text.Length;

    private ImmutableArray<int> LineStarts => _lineStarts.IsDefault ? _lineStarts = FindLineStarts(Text) : _lineStarts;

    public int LineCount => LineStarts.Length;

    /// <summary>Zero-based position of an offset; the offset may equal <see cref="Length"/>.</summary>
    public LinePosition GetLinePosition(int offset)
    {
        var line = LineStarts.BinarySearch(offset);
        line = line >= 0 ? line : ~line - 1;
        return new LinePosition(line, offset - LineStarts[line]);
    }

    /// <summary>The span of a zero-based line without its line break.</summary>
    public TextSpan GetLineSpan(int line)
    {
        var start = LineStarts[line];
        var end = line + 1 < LineStarts.Length ? LineStarts[line + 1] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The text of a span.</summary>
    public string ToString(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>A message in the form of compilers, counted from one: <c>path(line,column): message</c>.</summary>
    public string MessageAt(int offset, string message)
    {
        var position = GetLinePosition(Math.Clamp(offset, 0, Length));
        return string.Create(CultureInfo.InvariantCulture, $"{new Untrusted(Path)}({position.Line + 1},{position.Character + 1}): {message}");
    }

    public override string ToString() => Path;

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var i = text.AsSpan().IndexOfAny('\r', '\n'); i >= 0;)
        {
            i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
            starts.Add(i);
            var next = text.AsSpan(i).IndexOfAny('\r', '\n');
            i = next < 0 ? -1 : i + next;
        }

        return starts.ToImmutable();
    }
}
