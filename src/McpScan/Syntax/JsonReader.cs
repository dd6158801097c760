using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Reads JSON, JSON with comments and trailing commas, JSON Lines and SSE captures.</summary>
/// <remarks>Never throws. What is not JSON is an Error notice at its place, and reading goes on behind it.</remarks>
public static class JsonReader
{
    public static DataDocument Read(SourceText source)
    {
        var notices = new ReaderNotices(source);
        var parser = new JsonParser(source, notices);
        if (IsEventStream(source.Text))
        {
            ReadEvents(source.Text, parser);
        }
        else
        {
            parser.ReadRoots(0, source.Length);
        }

        return new DataDocument(source, parser.Roots, notices.ToImmutable());
    }

    private static bool IsEventStream(string text)
    {
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        return start.StartsWith("data:") || start.StartsWith("event:") || start.StartsWith("id:") || start.StartsWith("retry:")
            || (start.StartsWith(":") && start.Contains("\ndata:", StringComparison.Ordinal));
    }

    // Each event on its own, so that a broken one does not swallow the next. An event's text may go over several data lines.
    private static void ReadEvents(string text, JsonParser parser)
    {
        var start = 0;
        var at = 0;
        while (at < text.Length)
        {
            var length = text.AsSpan(at).IndexOf('\n');
            var next = length < 0 ? text.Length : at + length + 1;
            if (text.AsSpan(at, next - at).Trim().IsEmpty)
            {
                parser.ReadEvent(start, at);
                start = next;
            }

            at = next;
        }

        parser.ReadEvent(start, text.Length);
    }
}
