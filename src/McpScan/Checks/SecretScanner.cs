using System.Buffers;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>
/// Finds what looks like a secret in any text, without a tree: keys by their shape, values behind a secret's name, passwords of addresses. It judges nothing.
/// It guards what a report prints, also of a file that broke off before a rule could see its values.
/// </summary>
/// <param name="lists">Where the shapes stand.</param>
internal sealed class SecretScanner(Lists lists)
{
    /// <summary>Quotes, separators and line breaks that may lie between a name and its value.</summary>
    private const int MaxGap = 40;

    private const int MaxName = 128;
    private const int MaxValue = 8192;

    /// <summary>One of these is part of every name that <see cref="SecretText.IsSecretName"/> knows, and of what introduces a secret otherwise.</summary>
    private static readonly LiteralSearch Hints = new(
        ["key", "token", "secret", "pass", "pwd", "pat", "credential", "auth", "bearer", "cookie", "jwt", "basic", "sig", "://"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> AuthorityEnds = SearchValues.Create(" \t\r\n/?#\"'<>\\");
    private static readonly SearchValues<char> BareEnds = SearchValues.Create(" \t\r\n\"'`,;&<>()[]{}");
    private static readonly SearchValues<char> EscapedEnds = SearchValues.Create("\\\r\n");
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n");

    private SecretShape[]? _shapes;
    private LiteralSearch? _prefixes;

    /// <summary>Adds the span of every secret of a text, in no order; spans may overlap.</summary>
    public void Find(string text, List<TextSpan> found)
    {
        FindShapes(text, found);
        for (var at = Hints.IndexIn(text); at >= 0;)
        {
            var end = text[at] == ':' ? FindPassword(text, at + 3, found) : FindNamed(text, at, found);
            var next = Hints.IndexIn(text.AsSpan(end));
            at = next < 0 ? -1 : end + next;
        }
    }

    private void FindShapes(string text, List<TextSpan> found)
    {
        _shapes ??= SecretShape.ReadAll(lists);
        _prefixes ??= new LiteralSearch(Array.ConvertAll(_shapes, static s => s.Prefix), StringComparison.Ordinal);
        for (var at = _prefixes.IndexIn(text); at >= 0;)
        {
            var longest = 0;
            foreach (var shape in _shapes)
            {
                if (text.AsSpan(at).StartsWith(shape.Prefix, StringComparison.Ordinal))
                {
                    longest = Math.Max(longest, shape.Measure(text, at));
                }
            }

            if (longest > 0)
            {
                found.Add(new TextSpan(at, longest));
            }

            var from = at + Math.Max(longest, 1);
            var next = _prefixes.IndexIn(text.AsSpan(from));
            at = next < 0 ? -1 : from + next;
        }
    }

    /// <summary>The password of <c>scheme://user:password@host</c>; returns where to go on.</summary>
    private static int FindPassword(string text, int start, List<TextSpan> found)
    {
        var rest = text.AsSpan(start, Math.Min(text.Length - start, MaxValue));
        var end = rest.IndexOfAny(AuthorityEnds) is >= 0 and var stop ? stop : rest.Length;
        var authority = rest[..end];
        var at = authority.LastIndexOf('@');

        // A text that breaks off behind the password has no '@' any more; a port is no password.
        var userinfo = at >= 0 ? authority[..at] : authority;
        var colon = userinfo.IndexOf(':');
        var password = colon < 0 ? default : userinfo[(colon + 1)..];
        if (password.Length >= 4 && !SecretText.IsPlaceholder(password) && (at >= 0 || SecretText.IsLiteralSecret(password)))
        {
            found.Add(new TextSpan(start + colon + 1, password.Length));
        }

        return start;
    }

    /// <summary>The value behind the name around a hint; returns where to go on.</summary>
    private static int FindNamed(string text, int hint, List<TextSpan> found)
    {
        var start = hint;
        while (start > 0 && hint - start < MaxName && IsInName(text[start - 1]))
        {
            start--;
        }

        var end = hint;
        while (end < text.Length && end - hint < MaxName && IsInName(text[end]))
        {
            end++;
        }

        var name = text.AsSpan(start, end - start).TrimStart('-');
        if (SecretText.IsSecretName(name) || IsScheme(name) || (start > 0 && text[start - 1] is '?' or '&' && name is "key" or "auth" or "sig"))
        {
            // Behind a flag or a scheme comes the value itself; another name is only a name where a sign of assignment follows.
            FindValue(text, end, isAssigned: text[start] == '-' || name is "Bearer" or "bearer" or "Basic" or "basic", mustBeMachineMade: false, found);
        }
        else if (SecretText.IsKeyName(name))
        {
            FindValue(text, end, isAssigned: text[start] == '-', mustBeMachineMade: true, found);
        }

        return end;
    }

    private static void FindValue(string text, int from, bool isAssigned, bool mustBeMachineMade, List<TextSpan> found)
    {
        var start = from;
        var quote = -1;
        while (start < text.Length && start - from < MaxGap && !char.IsAsciiLetterOrDigit(text[start]))
        {
            if (text[start] is '$' or '{' or '[' or '<' or '%' or '@')
            {
                return;
            }

            isAssigned |= text[start] is ':' or '=';
            quote = text[start] is '"' or '\'' or '`' ? start : quote;
            start++;
        }

        if (start == from || start >= text.Length || !isAssigned)
        {
            return;
        }

        start = quote >= 0 ? quote + 1 : start;
        var end = quote < 0 ? EndOf(text, start, BareEnds)
            : text[quote - 1] == '\\' ? EndOf(text, start, EscapedEnds)
            : EndOfQuoted(text, start, text[quote]);
        SkipScheme(text, ref start, end);
        end = text.AsSpan(start, end - start).IndexOfAnyExceptInRange('!', '~') is >= 0 and var stop ? start + stop : end;
        var value = text.AsSpan(start, end - start);
        if (end > start && (mustBeMachineMade ? SecretText.IsMachineMade(value) : SecretText.IsLiteralSecret(value)))
        {
            found.Add(TextSpan.FromBounds(start, end));
        }
    }

    /// <summary>Steps behind <c>Bearer </c> and its like.</summary>
    private static void SkipScheme(string text, ref int start, int end)
    {
        var space = text.AsSpan(start, end - start).IndexOf(' ');
        if (space > 0 && IsScheme(text.AsSpan(start, space)))
        {
            start += space + 1;
        }
    }

    private static bool IsScheme(ReadOnlySpan<char> word) =>
        word.Equals("bearer", StringComparison.OrdinalIgnoreCase) || word.Equals("basic", StringComparison.OrdinalIgnoreCase) || word.Equals("token", StringComparison.OrdinalIgnoreCase);

    private static int EndOfQuoted(string text, int start, char quote)
    {
        var end = EndOf(text, start, LineEnds);
        for (var i = start; i < end; i++)
        {
            if (text[i] == '\\' && quote != '\'')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                return i;
            }
        }

        return end;
    }

    private static int EndOf(string text, int start, SearchValues<char> ends)
    {
        var rest = text.AsSpan(start, Math.Min(text.Length - start, MaxValue));
        return start + (rest.IndexOfAny(ends) is >= 0 and var end ? end : rest.Length);
    }

    private static bool IsInName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.';
}
