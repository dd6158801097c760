using System.Buffers;
using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds credentials inside an address or a connection string.</summary>
public sealed class UrlSecret : ICheck
{
    private const int MaxText = 8192;
    private static readonly SearchValues<char> AuthorityEnds = SearchValues.Create(" /?#\"'");
    private static readonly SearchValues<char> PathEnds = SearchValues.Create("/?# \"'");
    private static readonly string[] PasswordKeys = ["password=", "pwd=", "accountkey=", "sharedaccesskey="];

    public string Name => "url-secret";

    public string Summary =>
        "A literal secret in an address: the password of scheme://user:password@host or of Key=Value; lists, a secret's name in the query, or a part of the path that only a machine made up. Development passwords of loopback hosts are passed over.";

    public ImmutableArray<CheckParameter> Parameters =>
        [new CheckParameter("part", "Where to look: password, query or path.", IsRequired: true)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode { Value.Length: < MaxText } scalar } entry)
        {
            return [];
        }

        var found = input.Arguments.Text("part", "") switch
        {
            "query" => Query(scalar.Value),
            "path" => PathToken(scalar.Value),
            _ => Password(scalar.Value) ?? Pair(scalar.Value),
        };
        return found is var (start, length) ? [Hit.In(scalar, start, length, entry.Key) with { IsSecret = true }] : [];
    }

    /// <summary>The password of the first address that has one.</summary>
    private static (int Start, int Length)? Password(string text)
    {
        var from = text.IndexOf("://", StringComparison.Ordinal);
        if (from < 0)
        {
            return null;
        }

        from += 3;
        var end = text.AsSpan(from).IndexOfAny(AuthorityEnds) is >= 0 and var stop ? from + stop : text.Length;
        var at = text.LastIndexOf('@', end - 1, end - from);
        var colon = at < 0 ? -1 : text.IndexOf(':', from, at - from);
        if (colon < 0)
        {
            return null;
        }

        var user = text.AsSpan(from, colon - from);
        var password = text.AsSpan(colon + 1, at - colon - 1);
        return password.Length < 4 || SecretText.IsPlaceholder(password) || IsSampleWord(password) || (IsLoopback(text.AsSpan(at + 1)) && (password.SequenceEqual(user) || password.Length < 12))
            ? null
            : (colon + 1, password.Length);
    }

    private static (int Start, int Length)? Query(string text)
    {
        var from = text.IndexOf('?', StringComparison.Ordinal);
        while (from >= 0 && from + 1 < text.Length)
        {
            var next = text.IndexOf('&', from + 1) is > 0 and var amp ? amp : text.IndexOfAny(['#', ' '], from + 1) is > 0 and var tail ? tail : text.Length;
            var equal = text.IndexOf('=', from + 1, next - from - 1);
            if (equal > 0
                && (SecretText.IsSecretName(text.AsSpan(from + 1, equal - from - 1)) || text.AsSpan(from + 1, equal - from - 1) is "key" or "auth" or "sig")
                && SecretText.IsLiteralSecret(text.AsSpan(equal + 1, next - equal - 1)))
            {
                return (equal + 1, next - equal - 1);
            }

            from = next < text.Length && text[next] == '&' ? next : -1;
        }

        return null;
    }

    /// <summary>A part of the path that is as good as a password: long, and of small letters, capitals and digits without order. An id of a tenant is none.</summary>
    private static (int Start, int Length)? PathToken(string text)
    {
        var from = text.IndexOf("://", StringComparison.Ordinal);
        var start = from < 0 ? -1 : text.IndexOf('/', from + 3);
        while (start >= 0)
        {
            start++;
            var end = text.AsSpan(start).IndexOfAny(PathEnds) is >= 0 and var stop ? start + stop : text.Length;
            if (IsToken(text.AsSpan(start, end - start)))
            {
                return (start, end - start);
            }

            start = end < text.Length && text[end] == '/' ? end : -1;
        }

        return null;
    }

    private static bool IsToken(ReadOnlySpan<char> part)
    {
        if (part.Length is < 30 or > 1024 || SecretText.IsPlaceholder(part))
        {
            return false;
        }

        var (small, capitals, digits) = (0, 0, 0);
        foreach (var c in part)
        {
            if (char.IsAsciiLetterLower(c))
            {
                small++;
            }
            else if (char.IsAsciiLetterUpper(c))
            {
                capitals++;
            }
            else if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c is not ('-' or '_' or '=' or '~'))
            {
                return false;
            }
        }

        return small > 4 && capitals > 4 && digits > 1 && SecretText.Entropy(part) >= 4.2;
    }

    /// <summary>The password of a list such as <c>Server=db;User Id=app;Password=…</c>.</summary>
    private static (int Start, int Length)? Pair(string text)
    {
        if (!text.Contains(';', StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var key in PasswordKeys)
        {
            var at = text.IndexOf(key, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                continue;
            }

            var start = at + key.Length;
            var end = text.IndexOf(';', start) is >= 0 and var stop ? stop : text.Length;
            var value = text.AsSpan(start, end - start);
            if (value.Length >= 4 && !SecretText.IsPlaceholder(value) && !IsSampleWord(value))
            {
                return (start, value.Length);
            }
        }

        return null;
    }

    private static bool IsSampleWord(ReadOnlySpan<char> password) =>
        password.Equals("password", StringComparison.OrdinalIgnoreCase) || password.Equals("pass", StringComparison.OrdinalIgnoreCase)
        || password.Equals("secret", StringComparison.OrdinalIgnoreCase) || password.Equals("pwd", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(ReadOnlySpan<char> host) =>
        host.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) || host.StartsWith("127.", StringComparison.Ordinal)
        || host.StartsWith("[::1]", StringComparison.Ordinal) || host.StartsWith("host.docker.internal", StringComparison.Ordinal);
}
