namespace McpScan.Checks.Policies;

/// <summary>Judges an SPDX licence expression: of <c>A OR B</c> one part must be in order, of <c>A AND B</c> both; an exception behind <c>WITH</c> changes nothing.</summary>
internal sealed class LicenseExpression
{
    private const int MaxWords = 64;

    private readonly List<string> _words;
    private readonly Func<string, bool> _isInOrder;
    private int _at;

    private LicenseExpression(string text, Func<string, bool> isInOrder)
    {
        _isInOrder = isInOrder;
        _words = [.. text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxWords + 1)];
    }

    /// <summary>Whether the expression as a whole is in order. What is no expression is one licence with spaces in its name.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="isInOrder">Whether a single licence is.</param>
    public static bool IsInOrder(string text, Func<string, bool> isInOrder)
    {
        var expression = new LicenseExpression(text, isInOrder);
        return expression._words.Count <= MaxWords && expression.Alternatives() is { } answer && expression._at == expression._words.Count ? answer : isInOrder(text.Trim());
    }

    private bool? Alternatives()
    {
        var answer = Together();
        while (answer is not null && Take("OR"))
        {
            answer = Together() is { } other ? answer.Value | other : null;
        }

        return answer;
    }

    private bool? Together()
    {
        var answer = Single();
        while (answer is not null && Take("AND"))
        {
            answer = Single() is { } other ? answer.Value & other : null;
        }

        return answer;
    }

    private bool? Single()
    {
        if (Take("("))
        {
            var inner = Alternatives();
            return Take(")") ? inner : null;
        }

        if (_at == _words.Count || _words[_at] is "OR" or "AND" or "WITH" or ")")
        {
            return null;
        }

        var license = _words[_at++];
        if (Take("WITH") && _at++ == _words.Count)
        {
            return null;
        }

        return _isInOrder(license);
    }

    private bool Take(string word)
    {
        if (_at < _words.Count && string.Equals(_words[_at], word, StringComparison.OrdinalIgnoreCase))
        {
            _at++;
            return true;
        }

        return false;
    }
}
