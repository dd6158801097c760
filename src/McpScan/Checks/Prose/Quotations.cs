namespace McpScan.Checks.Prose;

/// <summary>Takes out what a sentence only quotes.</summary>
public static class Quotations
{
    private const int MinWords = 3;

    /// <summary>The sentence with blanks in place of quotations of three words or more; shorter ones are names and values.</summary>
    public static string Blank(string sentence)
    {
        var open = -1;
        char[]? blanked = null;
        for (var i = 0; i < sentence.Length; i++)
        {
            if (!IsMark(sentence, i, open))
            {
                continue;
            }

            if (open < 0)
            {
                open = i;
                continue;
            }

            if (sentence.AsSpan(open, i - open).Count(' ') >= MinWords - 1)
            {
                blanked ??= sentence.ToCharArray();
                blanked.AsSpan(open + 1, i - open - 1).Fill(' ');
            }

            open = -1;
        }

        return blanked is null ? sentence : new string(blanked);
    }

    /// <summary>Whether a mark opens or closes here; an apostrophe within a word does neither.</summary>
    private static bool IsMark(string text, int i, int open) => open >= 0
        ? text[i] == text[open] && (text[i] != '\'' || i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]))
        : text[i] == '"' || (text[i] == '\'' && (i == 0 || text[i - 1] is ' ' or '(' or '[' or ':' or '=') && i + 1 < text.Length && text[i + 1] != ' ');
}
