namespace McpScan.Language;

/// <summary>Finds the parts of a text that a person does not see where it is shown: comments of markup, and what stands far below or right of the rest.</summary>
internal static class HiddenParts
{
    /// <summary>So many line breaks, or blanks, in a row move what follows out of view.</summary>
    private const int ManyBreaks = 12;
    private const int ManyBlanks = 80;

    /// <summary>The hidden parts of a raw text.</summary>
    public static Ranges Of(string raw)
    {
        var parts = new Ranges();
        if (raw.AsSpan().IndexOfAny('<', '[') >= 0)
        {
            AddBetween(raw, "<!--", "-->", parts);
            AddBetween(raw, "[//]: # (", ")", parts);
            AddBetween(raw, "display:none", "</", parts);
            AddBetween(raw, "display: none", "</", parts);
        }

        if (raw.Length > ManyBreaks && Padding(raw) is { } from)
        {
            parts.Add(from, raw.Length);
        }

        parts.Sort();
        return parts;
    }

    private static void AddBetween(string raw, string open, string close, Ranges parts)
    {
        for (var at = raw.IndexOf(open, StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            var start = at + open.Length;
            var closing = raw.IndexOf(close, start, StringComparison.Ordinal);
            if (closing < 0 && IsConditional(raw.AsSpan(start)))
            {
                return;
            }

            var end = closing >= 0 ? closing : raw.Length;
            parts.Add(start, end);
            at = end < raw.Length ? raw.IndexOf(open, end, StringComparison.OrdinalIgnoreCase) : -1;
        }
    }

    /// <summary>Whether a comment begins as those for some readers of mail, <c>[if mso]</c>, <c>[if !IE]</c>; one that never ends is only named in the text.</summary>
    private static bool IsConditional(ReadOnlySpan<char> comment) =>
        comment.StartsWith("[if ", StringComparison.OrdinalIgnoreCase) && comment.IndexOf(']') is > 0 and < 20 and var end
        && (comment[..end].Contains("mso", StringComparison.OrdinalIgnoreCase) || comment[..end].EndsWith("ie", StringComparison.OrdinalIgnoreCase));

    private static int? Padding(string raw)
    {
        var (blanks, breaks) = (0, 0);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\n')
            {
                breaks++;
                blanks = 0;
            }
            else if (char.IsWhiteSpace(raw[i]) || raw[i] is '\u2800' or '\u3164')
            {
                blanks++;
            }
            else
            {
                if (i > blanks + breaks && (breaks >= ManyBreaks || blanks >= ManyBlanks))
                {
                    return i;
                }

                (blanks, breaks) = (0, 0);
            }
        }

        return null;
    }
}
