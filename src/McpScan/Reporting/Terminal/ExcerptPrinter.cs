using System.Globalization;
using McpScan.Auditing;

namespace McpScan.Reporting.Terminal;

/// <summary>Prints the lines of a place with their numbers, and carets under the exact text.</summary>
internal static class ExcerptPrinter
{
    private const string Cut = "…";

    /// <param name="writer">Where to.</param>
    /// <param name="place">The place.</param>
    /// <param name="gutter">Columns of the line numbers.</param>
    /// <param name="sgr">The style of the highlight.</param>
    public static void Print(ConsoleWriter writer, Place place, int gutter, string sgr)
    {
        writer.Repeat(' ', gutter + 1).Write("|", Sgr.Gutter).EndLine();
        foreach (var line in place.Excerpt)
        {
            var text = Fit(line, writer.Width - gutter - 3);
            writer.Write(line.Number.ToString(CultureInfo.InvariantCulture).PadLeft(gutter), Sgr.Gutter).Write(" ").Write("|", Sgr.Gutter).Write(" ")
                .Write(text.Before).Write(text.Marked, sgr).Write(text.After).EndLine();
            var indent = text.Marked.Length - text.Marked.TrimStart(' ').Length;
            var carets = Math.Max(DisplayWidth.Of(text.Marked) - indent, place.Length == 0 && line.Number == place.StartLine ? 1 : 0);
            if (carets > 0)
            {
                writer.Repeat(' ', gutter + 1).Write("|", Sgr.Gutter).Repeat(' ', 1 + DisplayWidth.Of(text.Before) + indent).Repeat('^', carets, sgr).EndLine();
            }
        }

        writer.Repeat(' ', gutter + 1).Write("|", Sgr.Gutter).EndLine();
    }

    /// <summary>The columns that the largest line number of a place takes.</summary>
    public static int Gutter(Place place)
    {
        var last = place.Excerpt.IsEmpty ? place.StartLine : Math.Max(place.StartLine, place.Excerpt[^1].Number);
        return Math.Max(2, last.ToString(CultureInfo.InvariantCulture).Length);
    }

    /// <summary>A window of the line that holds the highlight, or as much of it as fits, with some text before it.</summary>
    private static ExcerptText Fit(ExcerptLine line, int columns)
    {
        var (before, marked, after) = ExcerptText.Of(line);
        before = line.IsCutBefore ? Cut + before : before;
        after = line.IsCutAfter ? after + Cut : after;
        var (lead, body, tail) = (DisplayWidth.Of(before), DisplayWidth.Of(marked), DisplayWidth.Of(after));
        if (lead + body + tail <= columns)
        {
            return new ExcerptText(before, marked, after);
        }

        var room = Math.Max(Math.Min(12, columns / 4), columns - body - Math.Min(tail, 12));
        if (lead > room)
        {
            before = Cut + DisplayWidth.TakeLast(before, room - 1);
            lead = DisplayWidth.Of(before);
        }

        if (lead + body > columns)
        {
            return new ExcerptText(before, DisplayWidth.TakeFirst(marked, columns - lead - 1) + Cut, "");
        }

        return lead + body + tail <= columns
            ? new ExcerptText(before, marked, after)
            : new ExcerptText(before, marked, DisplayWidth.TakeFirst(after, Math.Max(0, columns - lead - body - 1)) + (columns > lead + body ? Cut : ""));
    }
}
