using McpScan.Auditing;
using McpScan.Text;

namespace McpScan.Reporting;

/// <summary>A line of an excerpt in visible form, cut in three: before, in and behind the highlight. Tabs are four spaces.</summary>
internal readonly record struct ExcerptText(string Before, string Marked, string After)
{
    public static ExcerptText Of(ExcerptLine line)
    {
        var raw = line.Text.Raw ?? "";
        var start = Boundary(raw, line.HighlightStart);
        var end = Boundary(raw, line.HighlightStart + line.HighlightLength);
        return new ExcerptText(Show(raw[..start]), Show(raw[start..end]), Show(raw[end..]));
    }

    /// <summary>An offset within the text that does not fall between the halves of a surrogate pair.</summary>
    private static int Boundary(string text, int offset)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        return offset > 0 && offset < text.Length && char.IsSurrogatePair(text[offset - 1], text[offset]) ? offset - 1 : offset;
    }

    private static string Show(string text) => new Untrusted(text.Replace("\t", "    ", StringComparison.Ordinal)).ToString();
}
