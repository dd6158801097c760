using System.Collections.Immutable;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Makes places of locations: positions, the redacted snippet and an excerpt cut to what a person can read.</summary>
internal sealed class PlaceMaker(Redactor redactor)
{
    private const int MaxSnippet = 400;
    private const int MaxWindow = 160;
    private const int MaxHighlightedLines = 4;

    public Place Make(Location location)
    {
        var source = location.Source;
        var text = redactor.Redact(source);
        var place = MakePlain(source, location.Span, redactor.Redact(location.LogicalPath));
        return place with
        {
            Snippet = Cut(text, location.Span),
            Excerpt = Excerpt(source, text, location.Span, place.StartLine - 1, place.EndLine - 1),
        };
    }

    /// <summary>A place without the text around it, for what a report has thousands of.</summary>
    /// <param name="source">The text.</param>
    /// <param name="span">The region.</param>
    /// <param name="logicalPath">The place in the model, secrets redacted.</param>
    public static Place MakePlain(SourceText source, TextSpan span, string logicalPath)
    {
        var start = source.GetLinePosition(span.Start);
        var end = source.GetLinePosition(span.End);
        return new Place
        {
            Path = source.Path,
            StartLine = start.Line + 1,
            StartColumn = start.Character + 1,
            EndLine = end.Line + 1,
            EndColumn = end.Character + 1,
            Offset = span.Start,
            Length = span.Length,
            LogicalPath = logicalPath,
            Snippet = "",
            Excerpt = [],
        };
    }

    /// <summary>The start of the span's text; a surrogate pair is never split.</summary>
    private static string Cut(string text, TextSpan span)
    {
        var length = Math.Min(span.Length, MaxSnippet);
        if (length < span.Length && char.IsHighSurrogate(text[span.Start + length - 1]))
        {
            length--;
        }

        return text.Substring(span.Start, length);
    }

    private static ImmutableArray<ExcerptLine> Excerpt(SourceText source, string text, TextSpan span, int first, int last)
    {
        var lines = ImmutableArray.CreateBuilder<ExcerptLine>();
        var lastShown = Math.Min(last, first + MaxHighlightedLines - 1);
        for (var line = Math.Max(0, first - 1); line <= Math.Min(source.LineCount - 1, lastShown + 1); line++)
        {
            var whole = source.GetLineSpan(line);
            var highlight = line < first || line > lastShown
                ? new TextSpan(whole.Start, 0)
                : TextSpan.FromBounds(Math.Clamp(span.Start, whole.Start, whole.End), Math.Clamp(span.End, whole.Start, whole.End));
            lines.Add(Window(text, line + 1, whole, highlight));
        }

        return lines.ToImmutable();
    }

    /// <summary>A window of a line: as much before the highlight as leaves room for most of it.</summary>
    private static ExcerptLine Window(string text, int number, TextSpan line, TextSpan highlight)
    {
        var from = line.Start;
        if (line.Length > MaxWindow)
        {
            var room = Math.Max(MaxWindow / 4, MaxWindow - highlight.Length - 20);
            from = Math.Max(line.Start, Math.Min(highlight.Start - Math.Min(room, 40), line.End - MaxWindow));
        }

        var to = Math.Min(line.End, from + MaxWindow);
        if (from > line.Start && char.IsLowSurrogate(text[from]))
        {
            from--;
        }

        if (to < line.End && char.IsHighSurrogate(text[to - 1]))
        {
            to--;
        }

        var shown = Math.Clamp(highlight.End, from, to) - Math.Clamp(highlight.Start, from, to);
        return new ExcerptLine(number, text[from..to], Math.Clamp(highlight.Start, from, to) - from, shown, from > line.Start, to < line.End);
    }
}
