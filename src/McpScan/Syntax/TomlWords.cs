namespace McpScan.Syntax;

/// <summary>The bare values of TOML 1.0: numbers, booleans, dates and times.</summary>
internal static class TomlWords
{
    /// <summary>The kind of a bare value; null where it is none.</summary>
    public static ScalarKind? KindOf(ReadOnlySpan<char> word) => word switch
    {
        "true" or "false" => ScalarKind.Boolean,
        "inf" or "+inf" or "-inf" or "nan" or "+nan" or "-nan" => ScalarKind.Number,
        _ => IsPrefixed(word) || IsDecimal(word) ? ScalarKind.Number
            : IsDate(word) || IsTime(word) ? ScalarKind.String
            : null,
    };

    /// <summary>Whether the word begins with a date.</summary>
    public static bool IsDate(ReadOnlySpan<char> word) =>
        word.Length >= 10 && Digits(word, 0, 4) && word[4] == '-' && Digits(word, 5, 2) && word[7] == '-' && Digits(word, 8, 2)
        && (word.Length == 10 || (word[10] is 'T' or 't' or ' ' && IsTime(word[11..])));

    private static bool IsTime(ReadOnlySpan<char> word) =>
        word.Length >= 8 && Digits(word, 0, 2) && word[2] == ':' && Digits(word, 3, 2) && word[5] == ':' && Digits(word, 6, 2)
        && (word.Length == 8 || word[8] is '.' or 'Z' or 'z' or '+' or '-');

    private static bool IsPrefixed(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word[0] != '0' || word[1] is not ('x' or 'o' or 'b'))
        {
            return false;
        }

        foreach (var c in word[2..])
        {
            var isDigit = word[1] switch
            {
                'x' => char.IsAsciiHexDigit(c),
                'o' => c is >= '0' and <= '7',
                _ => c is '0' or '1',
            };
            if (!isDigit && c != '_')
            {
                return false;
            }
        }

        return word[2] != '_' && word[^1] != '_';
    }

    private static bool IsDecimal(ReadOnlySpan<char> word)
    {
        var rest = word.Length > 0 && word[0] is '+' or '-' ? word[1..] : word;
        var whole = CountDigits(rest);
        if (whole == 0 || (whole > 1 && rest[0] == '0'))
        {
            return false;
        }

        rest = rest[whole..];
        if (rest.Length > 0 && rest[0] == '.')
        {
            var fraction = CountDigits(rest[1..]);
            if (fraction == 0)
            {
                return false;
            }

            rest = rest[(fraction + 1)..];
        }

        if (rest.Length > 1 && rest[0] is 'e' or 'E')
        {
            rest = rest[(rest[1] is '+' or '-' ? 2 : 1)..];
            return rest.Length > 0 && CountDigits(rest) == rest.Length;
        }

        return rest.IsEmpty;
    }

    // Underscores stand between digits only.
    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && (char.IsAsciiDigit(text[count])
            || (text[count] == '_' && count > 0 && text[count - 1] != '_' && count + 1 < text.Length && char.IsAsciiDigit(text[count + 1]))))
        {
            count++;
        }

        return count;
    }

    private static bool Digits(ReadOnlySpan<char> text, int start, int count) => !text.Slice(start, count).ContainsAnyExceptInRange('0', '9');
}
