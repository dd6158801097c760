namespace McpScan.Text;

/// <summary>Finds the hosts of the addresses in a text.</summary>
public static class UrlHosts
{
    /// <summary>The place of each host behind a <c>://</c>, without user and port, in order.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">How many are looked for.</param>
    public static IEnumerable<TextSpan> Find(string text, int most)
    {
        var at = text.IndexOf("://", StringComparison.Ordinal);
        for (var i = 0; i < most && at >= 0; i++)
        {
            var host = Host(text, at + 3);
            yield return host;
            at = text.IndexOf("://", host.End, StringComparison.Ordinal);
        }
    }

    private static TextSpan Host(string text, int from)
    {
        var end = from;
        while (end < text.Length && text[end] is not (' ' or '/' or '?' or '#' or '"' or '\'' or '\\'))
        {
            end++;
        }

        var at = end > from ? text.LastIndexOf('@', end - 1, end - from) : -1;
        var start = at < 0 ? from : at + 1;

        // An address of IPv6 stands in brackets.
        var close = start < end && text[start] == '[' ? text.IndexOf(']', start, end - start) : -1;
        var port = text.IndexOf(':', close < 0 ? start : close, end - (close < 0 ? start : close));
        return TextSpan.FromBounds(start, port < 0 ? end : port);
    }
}
