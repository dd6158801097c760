namespace McpScan.Language;

/// <summary>Splits a plain text into sentences in one pass.</summary>
/// <remarks>
/// A sentence ends at a line break, at <c>. ! ? ;</c> before a blank and at their full-width forms. Dots inside of words, paths and addresses end nothing.
/// </remarks>
internal static class SentenceSplitter
{
    /// <summary>Longer sentences are cut here, so that no search is quadratic; both halves are read.</summary>
    public const int MaxLength = 1200;

    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || Ends(text, i) || (i - start >= MaxLength && text[i] == ' '))
            {
                var end = text[i] is '\n' or ' ' ? i : i + 1;
                if (end > start)
                {
                    yield return (start, end);
                }

                start = i + 1;
                while (start < text.Length && text[start] == ' ')
                {
                    start++;
                }

                i = Math.Max(i, start - 1);
            }
        }

        if (start < text.Length)
        {
            yield return (start, text.Length);
        }
    }

    private static bool Ends(string text, int i) => text[i] switch
    {
        '.' or '!' or '?' or ';' => IsBreakAfter(text, i) && !IsAbbreviation(text, i),
        '。' or '!' or '?' or '；' or '！' or '？' => true,
        _ => false,
    };

    private static bool IsBreakAfter(string text, int i)
    {
        if (i > 0 && text[i - 1] == '.' && i + 1 < text.Length && text[i + 1] == ')')
        {
            // "(calendar, mail ...)" goes on.
            return false;
        }

        for (var next = i + 1; next < text.Length; next++)
        {
            if (text[next] is not ('"' or '\'' or ')' or ']' or '*' or '_'))
            {
                return text[next] is ' ' or '\n' or '<' or '\u2022' or > '\u2E7F';
            }
        }

        return true;
    }

    private static bool IsAbbreviation(string text, int i) => text[i] == '.' && (
        (i >= 3 && text.AsSpan(i - 3, 4) is "e.g." or "i.e." or " vs." or "etc.") || (i >= 1 && i <= 2 && char.IsAsciiDigit(text[i - 1])) || (i >= 2 && text[i - 2] == '\n' && char.IsAsciiDigit(text[i - 1])));
}
