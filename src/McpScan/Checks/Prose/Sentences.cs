using System.Text;
using McpScan.Text;

namespace McpScan.Checks.Prose;

/// <summary>Splits a text into sentences in one pass.</summary>
/// <remarks>
/// A sentence ends at <c>. ! ? ;</c> before a blank, at their full-width forms, and at a line break unless the next line goes on in lower case,
/// as hard-wrapped prose does. Dots inside of words, paths and addresses end nothing.
/// </remarks>
public static class Sentences
{
    /// <summary>Longer sentences are cut here, so that no search is quadratic.</summary>
    public const int MaxLength = 1000;

    /// <summary>The sentences of a text from left to right, empty ones left out.</summary>
    public static IEnumerable<Sentence> Of(string text)
    {
        var plain = new StringBuilder();
        var offsets = new List<int>();
        var isFirst = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                {
                    plain.Append(' ');
                    offsets.Add(i);
                }
            }
            else if (!IsDropped(c))
            {
                plain.Append(Straight(c));
                offsets.Add(i);
            }

            if (Ends(text, i) || plain.Length >= MaxLength)
            {
                if (Take() is { } sentence)
                {
                    yield return sentence;
                    isFirst = false;
                }
            }
        }

        if (Take() is { } last)
        {
            yield return last;
        }

        Sentence? Take()
        {
            if (plain.Length > 0 && plain[^1] == ' ')
            {
                plain.Length--;
                offsets.RemoveAt(offsets.Count - 1);
            }

            var taken = plain.Length > 0 ? new Sentence(plain.ToString(), [.. offsets], isFirst) : null;
            plain.Clear();
            offsets.Clear();
            return taken;
        }
    }

    private static bool Ends(string text, int i) => text[i] switch
    {
        '.' or '!' or '?' => IsBreakAfter(text, i) && !IsAbbreviation(text, i),
        ';' => IsBreakAfter(text, i),
        '。' or '！' or '？' or '；' or '\u2029' => true,
        '\n' or '\r' => !GoesOn(text, i + 1),
        _ => false,
    };

    private static bool IsBreakAfter(string text, int i)
    {
        for (var next = i + 1; next < text.Length; next++)
        {
            if (text[next] is not ('"' or '\'' or ')' or ']' or '”' or '’' or '*'))
            {
                return char.IsWhiteSpace(text[next]) || text[next] == '<' || IsDropped(text[next]);
            }
        }

        return true;
    }

    private static bool IsAbbreviation(string text, int i) =>
        text[i] == '.' && i >= 3 && text.AsSpan(i - 3, 4) is "e.g." or "i.e." or " vs." or "etc.";

    private static bool GoesOn(string text, int next)
    {
        var breaks = 0;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            breaks += text[next++] == '\n' ? 1 : 0;
        }

        return breaks == 0 && next < text.Length && (char.IsLower(text[next]) || text[next] is '`' or '\'' or '"' or '(' or '~' or '/');
    }

    private static bool IsDropped(char c) =>
        c is '*' or '\u00AD' or '\u034F' or '\u180E' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F')
        or (>= '\uFE00' and <= '\uFE0F');

    private static char Straight(char c) => c switch
    {
        '‘' or '’' or 'ʼ' => '\'',
        '“' or '”' or '„' or '«' or '»' => '"',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };
}
