using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Numbers and literals of JSON, and what people write in their place.</summary>
internal static class JsonWords
{
    /// <summary>The scalar that a word stands for, and what is wrong with it in JSON.</summary>
    public static ScalarNode Read(SourceText source, TextSpan span, out string? error)
    {
        var word = source.Text.AsSpan(span.Start, span.Length);
        error = null;
        switch (word)
        {
            case "true":
                return new ScalarNode(source, span, ScalarKind.Boolean, "true", span.Start);
            case "false":
                return new ScalarNode(source, span, ScalarKind.Boolean, "false", span.Start);
            case "null":
                return new ScalarNode(source, span, ScalarKind.Null, "null", span.Start);
        }

        if (IsNumber(word))
        {
            return new ScalarNode(source, span, ScalarKind.Number, word.ToString(), span.Start);
        }

        error = "This is not a value of JSON; a text needs double quotes.";
        switch (word)
        {
            case "True" or "TRUE":
                return ScalarNode.Rewritten(source, span, ScalarKind.Boolean, "true");
            case "False" or "FALSE":
                return ScalarNode.Rewritten(source, span, ScalarKind.Boolean, "false");
            case "None" or "undefined" or "NULL" or "nil":
                return ScalarNode.Rewritten(source, span, ScalarKind.Null, "null");
        }

        if (char.IsAsciiDigit(word[0]) || word[0] is '-' or '+' or '.' || word is "NaN" or "Infinity")
        {
            error = "This is not a number of JSON.";
            return new ScalarNode(source, span, ScalarKind.Number, word.ToString(), span.Start);
        }

        return new ScalarNode(source, span, ScalarKind.String, word.ToString(), span.Start);
    }

    /// <summary>Whether the word is a number or a literal of JSON.</summary>
    public static bool IsValid(ReadOnlySpan<char> word) => word is "true" or "false" or "null" || IsNumber(word);

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        var at = word.Length > 0 && word[0] == '-' ? 1 : 0;
        var digits = CountDigits(word, at);
        if (digits == 0 || (digits > 1 && word[at] == '0'))
        {
            return false;
        }

        at += digits;
        if (at < word.Length && word[at] == '.')
        {
            digits = CountDigits(word, at + 1);
            if (digits == 0)
            {
                return false;
            }

            at += 1 + digits;
        }

        if (at < word.Length && word[at] is 'e' or 'E')
        {
            at += at + 1 < word.Length && word[at + 1] is '+' or '-' ? 2 : 1;
            digits = CountDigits(word, at);
            if (digits == 0)
            {
                return false;
            }

            at += digits;
        }

        return at == word.Length;
    }

    private static int CountDigits(ReadOnlySpan<char> word, int from)
    {
        var at = from;
        while (at < word.Length && char.IsAsciiDigit(word[at]))
        {
            at++;
        }

        return at - from;
    }
}
