using System.Text;

namespace McpScan.Language;

/// <summary>Makes the <see cref="PlainText"/> of a raw text in one pass.</summary>
internal static class Normaliser
{
    public static PlainText Normalise(string raw)
    {
        if (IsPlain(raw))
        {
            return new PlainText(raw, Fold(raw), null, raw.Length);
        }

        var plain = new StringBuilder(raw.Length);
        var offsets = new int[raw.Length];
        var isMoved = false;
        var isForeign = false;
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c > ' ' && c < 127)
            {
                Add(c == '`' ? '\'' : c, i);
            }
            else if (char.IsWhiteSpace(c))
            {
                AddSpace(c, i);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1]))
            {
                // A styled letter is read as the letter; all else beyond the basic plane (emoji, tags) carries no words, and splits them.
                var styled = Folding.Styled(char.ConvertToUtf32(c, raw[i + 1]));
                Add(styled != '\0' ? styled : '\u2022', i++);
                isMoved = true;
            }
            else if (!Folding.IsDropped(c))
            {
                isForeign |= c > '\u024F';
                Add(Folding.Straighten(c), i);
            }
        }

        if (plain.Length > 0 && plain[^1] is ' ' or '\n')
        {
            plain.Length--;
        }

        isMoved |= plain.Length != raw.Length;
        var text = isForeign ? Unmasked(plain) : plain.ToString();
        return new PlainText(text, Fold(text), isMoved ? offsets[..text.Length] : null, raw.Length);

        void Add(char c, int at)
        {
            offsets[plain.Length] = at;
            plain.Append(c);
        }

        void AddSpace(char c, int at)
        {
            var isBreak = c is '\n' or '\r' or '\u2028' or '\u2029' && !GoesOn(raw, at + 1);
            if (plain.Length == 0)
            {
                return;
            }

            if (plain[^1] is ' ' or '\n')
            {
                plain[^1] = isBreak ? '\n' : plain[^1];
                return;
            }

            Add(isBreak ? '\n' : ' ', at);
        }
    }

    /// <summary>Whether there is nothing to fold: visible ASCII with single blanks between.</summary>
    private static bool IsPlain(string raw)
    {
        var last = ' ';
        foreach (var c in raw)
        {
            if (c is < ' ' or > '~' or '`' || (c == ' ' && last == ' '))
            {
                return false;
            }

            last = c;
        }

        return last != ' ';
    }

    private static string Unmasked(StringBuilder plain)
    {
        var chars = plain.ToString().ToCharArray();
        Folding.Unmask(chars);
        return new string(chars);
    }

    private static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        foreach (var c in text)
        {
            if (Folding.Lower(c) != c)
            {
                return string.Create(text.Length, text, static (folded, source) =>
                {
                    for (var i = 0; i < source.Length; i++)
                    {
                        folded[i] = Folding.Lower(source[i]);
                    }
                });
            }
        }

        return text;
    }

    /// <summary>Whether the line behind a line break goes on with the sentence, as hard-wrapped prose does.</summary>
    private static bool GoesOn(string text, int next)
    {
        if (next < text.Length && text[next] == '\n' && text[next - 1] == '\r')
        {
            next++;
        }

        while (next < text.Length && text[next] is ' ' or '\t')
        {
            next++;
        }

        return next < text.Length && ((char.IsLower(text[next]) || text[next] is '`' or '\'' or '"' or '(' or '~' or '/') && !IsField(text, next));
    }

    /// <summary>Whether a line begins with the name of a parameter, as <c>city: The city</c> or <c>to (string): …</c> in a docstring.</summary>
    private static bool IsField(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '`' or '\'' or '"'))
        {
            at++;
        }

        return at < text.Length && (text[at] == ':' || (text[at] == ' ' && at + 1 < text.Length && text[at + 1] is '(' or '-' or '–'));
    }
}
