namespace McpScan.Language;

/// <summary>Finds quotations of several words: what is only quoted was not said. Shorter ones are names and values.</summary>
internal static class Quotations
{
    private const int MinBlanks = 2;

    /// <summary>A quotation that is not closed by then is none: a quotation mark may also be a sign of inches.</summary>
    private const int MaxLength = 600;

    /// <summary>The quotations with their first mark; none goes over a line break.</summary>
    public static Ranges Of(string text)
    {
        var quotations = new Ranges();
        if (text.AsSpan().IndexOfAny('"', '\'') < 0)
        {
            return quotations;
        }

        var (open, blanks) = (-1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (open >= 0 && (text[i] == '\n' || i - open > MaxLength))
            {
                open = -1;
            }
            else if (text[i] == ' ')
            {
                blanks++;
            }
            else if (open < 0 && Opens(text, i))
            {
                (open, blanks) = (i, 0);
            }
            else if (open >= 0 && text[i] == text[open] && Closes(text, i))
            {
                if (blanks >= MinBlanks)
                {
                    quotations.Add(open, i);
                }

                open = -1;
            }
        }

        return quotations;
    }

    private static bool Opens(string text, int i) => text[i] is '"' or '\''
        && (i == 0 || text[i - 1] is ' ' or '\n' or '(' or '[' or '{' or ':' or '=' or ',' or '-' or '>')
        && i + 1 < text.Length && text[i + 1] is not (' ' or '\n');

    /// <summary>An apostrophe within a word, or behind a plural before a word, closes nothing.</summary>
    private static bool Closes(string text, int i) => text[i] == '"' || i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]);
}
