using System.Buffers;

namespace McpScan.Checks;

/// <summary>Tells literal secrets from references, placeholders and ordinary settings.</summary>
internal static class SecretText
{
    private const int MinLength = 8;

    /// <summary>Bits per character below which a value repeats itself too much to be a secret; English words lie around 2.5 to 3.</summary>
    private const double MinEntropy = 2.6;

    private static readonly string[] PlaceholderWords =
    [
        "your", "example", "placeholder", "changeme", "change-me", "change_me", "replace", "insert", "dummy", "sample", "redacted",
        "xxxx", "****", "...", "…", "••", "todo", "fixme", "-here", "_here", "keyhere", "tokenhere", "not-a-real", "notreal", "not_a_real",
        "fake", "12345678", "abcdefgh", "00000000", "lorem", "enter-", "enter_", "put-", "put_", "foobar", "testtest",
    ];

    private static readonly string[] SecretNouns =
    [
        "token", "secret", "password", "passwd", "passphrase", "pwd", "pass", "apikey", "accesskey", "secretkey", "privatekey", "authkey",
        "pat", "credential", "credentials", "authorization", "bearer", "cookie", "jwt",
    ];

    private static readonly string[] KeyOwners =
    [
        "api", "app", "access", "secret", "private", "signing", "encryption", "auth", "service", "role", "admin", "master", "account", "shared",
        "subscription", "client", "rest", "license", "deploy", "server", "user", "bot", "write", "management", "ingest",
    ];

    /// <summary>Keys that name or find something, and let nobody in.</summary>
    private static readonly string[] HarmlessKeyOwners =
    [
        "public", "primary", "foreign", "sort", "partition", "cache", "idempotency", "host", "hot", "map", "row", "object", "registry", "product", "issue", "project",
        "space", "board", "ticket", "cell", "index", "lookup", "group", "dedupe", "short", "layout", "arrow", "site",
    ];

    private static readonly SearchValues<char> Separators = SearchValues.Create("_-. []:/");

    /// <summary>Whether a variable, header, flag or parameter of this name holds a secret: <c>GITHUB_TOKEN</c>, <c>x-api-key</c>, <c>dbPassword</c>; not <c>MAX_TOKENS</c>, <c>TOKEN_FILE</c>, <c>PUBLIC_KEY</c>.</summary>
    public static bool IsSecretName(ReadOnlySpan<char> name)
    {
        if (name.Length is < 3 or > 128)
        {
            return false;
        }

        var last = LastWord(ref name);
        while (last.Length > 0 && (IsNumber(last) || last is "value" or "env"))
        {
            last = LastWord(ref name);
        }

        if (last.Equals("key", StringComparison.OrdinalIgnoreCase))
        {
            return IsOneOf(LastWord(ref name), KeyOwners);
        }

        return IsOneOf(last, SecretNouns)
            || EndsWithAny(last, "apikey", "password", "secretkey", "accesskey", "authtoken", "accesstoken");
    }

    /// <summary>Whether a name says key of something that is not known to be harmless, such as <c>BRAVE_KEY</c>: its value decides.</summary>
    public static bool IsKeyName(ReadOnlySpan<char> name)
    {
        if (name.Length is < 3 or > 128)
        {
            return false;
        }

        var last = LastWord(ref name);
        return last.Equals("key", StringComparison.OrdinalIgnoreCase) && !IsOneOf(LastWord(ref name), HarmlessKeyOwners);
    }

    /// <summary>Whether a value is a secret and looks as if a machine had made it: long, of letters and digits, without order.</summary>
    public static bool IsMachineMade(ReadOnlySpan<char> value)
    {
        if (value.Length < 20 || !IsLiteralSecret(value))
        {
            return false;
        }

        var letters = 0;
        var digits = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiLetter(c))
            {
                letters++;
            }
            else if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c is not ('-' or '_' or '+' or '='))
            {
                return false;
            }
        }

        return letters >= 4 && digits >= 3 && Entropy(value) >= 3.2;
    }

    /// <summary>Whether a value only stands for one: a variable reference, a template, a word such as <c>your-api-key</c>, or an address of a secret store.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.Length == 0 || value.IndexOfAny('<', '{') is >= 0 || value[0] is '$' or '[' or '@')
        {
            return true;
        }

        if (value[0] == '%' && value[1..].Contains('%'))
        {
            return true;
        }

        if (StartsWithAny(value, "op://", "vault:", "env:", "file:", "keychain:", "secret://", "ref:", "ssm:", "arn:aws:", "process.env", "input:"))
        {
            return true;
        }

        foreach (var word in PlaceholderWords)
        {
            if (value.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a value under a secret's name is one: no placeholder, long enough, and neither a plain word nor a repetition.</summary>
    public static bool IsLiteralSecret(ReadOnlySpan<char> value)
    {
        if (value.Length is < MinLength or > 8192 || IsPlaceholder(value) || IsPathOrUrl(value))
        {
            return false;
        }

        var letters = 0;
        var digits = 0;
        var others = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiLetter(c))
            {
                letters++;
            }
            else if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c > '~' || c is ' ' or '\t' or '\n')
            {
                // Prose, such as a description of what to put here in any language.
                return false;
            }
            else if (c is not ('_' or '-' or '.' or ':'))
            {
                others++;
            }
        }

        var isMixed = letters > 0 && (digits > 0 || others > 0 || HasInnerCapitals(value));
        return (isMixed || digits >= 16) && Entropy(value) >= MinEntropy;
    }

    /// <summary>The part of a value that is the secret: behind <c>Bearer </c> and its like, and inside <c>${NAME:-default}</c>.</summary>
    public static (int Start, int Length) Core(string value)
    {
        var start = 0;
        var end = value.Length;
        if (value.StartsWith("${", StringComparison.Ordinal) && value.EndsWith('}') && value.IndexOf(":-", StringComparison.Ordinal) is > 0 and var at)
        {
            return (at + 2, end - at - 3);
        }

        foreach (var scheme in (ReadOnlySpan<string>)["bearer ", "basic ", "token ", "apikey ", "bot "])
        {
            if (value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                start = scheme.Length;
                break;
            }
        }

        while (start < end && value[start] == ' ')
        {
            start++;
        }

        return (start, end - start);
    }

    /// <summary>Shannon entropy in bits per character.</summary>
    public static double Entropy(ReadOnlySpan<char> value)
    {
        Span<int> counts = stackalloc int[128];
        counts.Clear();
        foreach (var c in value)
        {
            counts[c & 127]++;
        }

        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                var share = (double)count / value.Length;
                bits -= share * Math.Log2(share);
            }
        }

        return bits;
    }

    /// <summary>Takes the last word off a name: at a separator, or where a capital follows a small letter.</summary>
    private static ReadOnlySpan<char> LastWord(ref ReadOnlySpan<char> name)
    {
        name = name.TrimEnd("_-. []:/");
        var start = name.Length;
        while (start > 0 && !Separators.Contains(name[start - 1]))
        {
            start--;
            if (start > 0 && char.IsAsciiLetterUpper(name[start]) && char.IsAsciiLetterLower(name[start - 1]))
            {
                break;
            }
        }

        var word = name[start..];
        name = name[..start];
        return word;
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('0', '9');

    private static bool HasInnerCapitals(ReadOnlySpan<char> value) =>
        value[1..].ContainsAnyInRange('A', 'Z') && value.ContainsAnyInRange('a', 'z');

    private static bool IsPathOrUrl(ReadOnlySpan<char> value) =>
        value[0] is '/' or '~' or '.' || value.Contains("://", StringComparison.Ordinal) || (value.Length > 2 && value[1] == ':' && value[2] is '\\' or '/');

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> value, params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (value.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> value, params ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            if (value.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
