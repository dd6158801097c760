using McpScan.Text;

namespace McpScan.Language;

/// <summary>Tells names, paths, addresses and commands from words by their shape.</summary>
internal static class TokenShapes
{
    private static readonly LiteralSearch Secrets = new(
    [
        ".ssh", "id_rsa", "id_ed25519", "id_ecdsa", ".aws/", ".gnupg", ".kube/config", "kubeconfig", ".docker/config", ".netrc", ".npmrc", ".pypirc", ".pgpass",
        ".git-credentials", ".gitconfig", "/etc/passwd", "/etc/shadow", "/etc/sudoers", "bash_history", "zsh_history", "sh_history", "fish_history", "python_history", "psql_history", "mysql_history", "repl_history", "/proc/self", "mcp.json", "claude_desktop_config", "credentials.json",
        "credentials.yml", "credentials.yaml", "credentials.db", "application_default_credentials", "secrets.json", "secrets.yaml", "secrets.yml", "secrets.toml", "wallet.dat", "keychain", "keystore", "login.keychain",
        "logins.json", "cookies.sqlite", "local state", ".pem", ".p12", ".pfx", ".kdbx", "token.json", "tokens.json", "hosts.yml", ".config/gcloud", ".azure/", ".config/gh",
        ".vault-token", "auth.json", ".htpasswd", "service-account", "serviceaccount", ".terraform.d/credentials", ".cargo/credentials", ".config/op", "private_key", "private.key", ".password-store", ".authinfo",
    ],
    StringComparison.Ordinal);

    private static readonly LiteralSearch SecretNames = new(
        ["token", "passw", "secret", "credential", "cred", "apikey", "api_key", "keys", "private", "wallet", "cookie", ".env", ".ssh", "id_rsa", "history", ".aws", "kube", "mcp.json", "config.json", "shadow"],
        StringComparison.Ordinal);

    private static readonly string[] Endings =
    [
        "com", "net", "org", "edu", "gov", "io", "ai", "dev", "ru", "cn", "de", "uk", "eu", "xyz", "site", "top", "app", "biz", "info", "cloud", "email", "online", "example", "internal", "local",
        "co", "me", "fr", "it", "es", "pt", "br", "jp", "kr", "in", "nl", "ch", "at", "us", "tech", "sh", "to", "test", "invalid", "corp", "lan", "store", "live", "pro", "link", "click", "cc", "tv",
    ];

    private static readonly HashSet<string> FileEndings = new(["py", "js", "ts", "tsx", "jsx", "json", "jsonl", "toml", "yaml", "yml", "xml", "csv", "txt", "md", "html", "css", "zip", "png", "jpg", "pdf", "log", "cs", "go", "rs", "java", "sql", "lock", "ipynb"], StringComparer.Ordinal);

    private static readonly HashSet<string> HostEndings = new(Endings, StringComparer.Ordinal);

    /// <summary>What the shape of a chunk between blanks says; none for plain words.</summary>
    /// <param name="chunk">In lower case, without the marks around it.</param>
    /// <param name="cased">The same in its own case.</param>
    public static FactSet Of(ReadOnlySpan<char> chunk, ReadOnlySpan<char> cased)
    {
        if (chunk.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme)
        {
            if (chunk.Contains("json-schema.org", StringComparison.Ordinal) || chunk.Contains("w3.org", StringComparison.Ordinal))
            {
                return FactSet.Of(Fact.Documentation);
            }

            // Other schemes are names of resources; a scheme without a host is part of an explanation.
            var isWeb = scheme > 0 && chunk[..scheme] is "http" or "https" or "ws" or "wss" or "ftp" or "ftps" or "sftp" && chunk.Length > scheme + 5;
            return isWeb ? FactSet.Of(Fact.Address) | SecretOf(chunk) : chunk.StartsWith("file", StringComparison.Ordinal) ? FactSet.Of(Fact.File) | SecretOf(chunk) : FactSet.Of(Fact.Label);
        }

        if (chunk.IndexOf('@') is > 0 and var at && IsHost(chunk[(at + 1)..]))
        {
            // "git@host:group/project.git" names a place on a host.
            return chunk[(at + 1)..].Contains(':') ? FactSet.Of(Fact.Address) : FactSet.Of(Fact.Address, Fact.Mailbox);
        }

        if (chunk.StartsWith("$(", StringComparison.Ordinal))
        {
            return FactSet.Of(Fact.Command) | SecretOf(chunk);
        }

        if (chunk.StartsWith(".env.", StringComparison.Ordinal) && (chunk.EndsWith(".example", StringComparison.Ordinal) || chunk.EndsWith(".sample", StringComparison.Ordinal) || chunk.EndsWith(".template", StringComparison.Ordinal)))
        {
            return FactSet.Of(Fact.File);
        }

        if (IsPath(chunk))
        {
            return FactSet.Of(Fact.File) | (IsScript(chunk) ? FactSet.Of(Fact.Shell) : FactSet.None) | (IsAside(chunk) ? FactSet.Of(Fact.HiddenPlace) : FactSet.None) | (IsOwnPlace(chunk) && SecretNames.IsIn(chunk) ? FactSet.Of(Fact.SecretFile) : SecretOf(chunk));
        }

        if (IsScript(chunk))
        {
            return FactSet.Of(Fact.File, Fact.Shell);
        }

        if (IsVariable(cased))
        {
            return FactSet.Of(Fact.Environment);
        }

        if (IsHost(chunk) && !IsBrand(cased))
        {
            return FactSet.Of(Fact.Address);
        }

        var secret = SecretOf(chunk);
        if (IsSource(chunk))
        {
            return secret | FactSet.Of(Fact.File);
        }

        return IsName(cased) ? secret | FactSet.Of(Fact.Identifier) : secret;
    }

    /// <summary>Whether the name ends as those of files do that programs read: <c>__init__.py</c>.</summary>
    private static bool IsSource(ReadOnlySpan<char> chunk) => chunk.LastIndexOf('.') is > 0 and var dot && FileEndings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(chunk[(dot + 1)..]);

    /// <summary>Whether programs would spell a name so: <c>snake_case</c>, <c>camelCase</c>, <c>call()</c>, <c>server.tool</c>.</summary>
    public static bool IsName(ReadOnlySpan<char> cased)
    {
        if (cased.Length < 3 || !char.IsAsciiLetter(cased[0]))
        {
            return false;
        }

        if (cased.IndexOf('_') > 0)
        {
            return true;
        }

        for (var i = 1; i < cased.Length; i++)
        {
            if (char.IsAsciiLetterUpper(cased[i]) && char.IsAsciiLetterLower(cased[i - 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a file in a folder is one that a shell runs: <c>.cache/up.sh</c>.</summary>
    private static bool IsScript(ReadOnlySpan<char> chunk) => chunk.Contains('/')
        && (chunk.EndsWith(".sh", StringComparison.Ordinal) || chunk.EndsWith(".ps1", StringComparison.Ordinal) || chunk.EndsWith(".bat", StringComparison.Ordinal));

    /// <summary>Whether a bare host is spelled as the name of a company or a product, or is the end of a sentence and the beginning of the next: <c>Booking.com</c>, <c>done.It</c>.</summary>
    private static bool IsBrand(ReadOnlySpan<char> cased)
    {
        foreach (var label in cased.Split('.'))
        {
            if (cased[label] is [>= 'A' and <= 'Z', >= 'a' and <= 'z', ..])
            {
                return !cased.Contains('/');
            }
        }

        return false;
    }

    /// <summary>Whether a path lies in a home, configuration or temporary folder, where a name that speaks of secrets means a file that holds them.</summary>
    private static bool IsOwnPlace(ReadOnlySpan<char> chunk) => chunk[0] is '~' or '.' || chunk[1] == ':'
        || chunk.StartsWith("/etc/", StringComparison.Ordinal) || chunk.StartsWith("/home/", StringComparison.Ordinal) || chunk.StartsWith("/root/", StringComparison.Ordinal)
        || chunk.StartsWith("/var/", StringComparison.Ordinal) || chunk.StartsWith("/tmp/", StringComparison.Ordinal) || chunk.StartsWith("/run/", StringComparison.Ordinal);

    /// <summary>Whether a path is one where nobody looks: temporary and hidden files, jobs of the system.</summary>
    private static bool IsAside(ReadOnlySpan<char> chunk) => chunk.StartsWith("/tmp/", StringComparison.Ordinal) || chunk.StartsWith("/var/tmp/", StringComparison.Ordinal)
        || chunk.StartsWith("/dev/shm/", StringComparison.Ordinal) || chunk.StartsWith("/etc/cron", StringComparison.Ordinal) || chunk.StartsWith("~/.", StringComparison.Ordinal)
        || chunk.StartsWith("/var/log/", StringComparison.Ordinal) || chunk.StartsWith("%temp%", StringComparison.Ordinal);

    private static FactSet SecretOf(ReadOnlySpan<char> chunk) => (Secrets.IsIn(chunk) || IsEnvironmentFile(chunk)) && !chunk.EndsWith(".pub", StringComparison.Ordinal) ? FactSet.Of(Fact.SecretFile, Fact.File) : FactSet.None;

    /// <summary>Whether the name is that of a file of environment variables: <c>.env</c>, <c>app/.env.local</c>, but not <c>filter.environment</c>.</summary>
    private static bool IsEnvironmentFile(ReadOnlySpan<char> chunk) =>
        chunk.IndexOf(".env", StringComparison.Ordinal) is >= 0 and var at && (at + 4 == chunk.Length || !char.IsAsciiLetter(chunk[at + 4]));

    private static bool IsPath(ReadOnlySpan<char> chunk) =>
        chunk.Length > 2 && (chunk[0] is '~' or '/' && chunk[1..].IndexOfAnyInRange('a', 'z') >= 0 && (chunk[0] == '/' || chunk[1] == '/')
            || chunk.StartsWith("./", StringComparison.Ordinal) || chunk.StartsWith("../", StringComparison.Ordinal) || chunk[1] == ':' && chunk[2] == '\\' || chunk.StartsWith("%appdata%", StringComparison.Ordinal));

    /// <summary>An environment variable: <c>$HOME</c>, <c>API_KEY</c>.</summary>
    private static bool IsVariable(ReadOnlySpan<char> cased)
    {
        if (cased[0] == '$')
        {
            return cased.Length > 2 && char.IsAsciiLetterUpper(cased[1]);
        }

        return cased.IndexOf('_') > 0 && cased.IndexOfAnyInRange('a', 'z') < 0 && char.IsAsciiLetterUpper(cased[0]);
    }

    private static bool IsHost(ReadOnlySpan<char> chunk)
    {
        // ".q.lookup.example": what a name made up before it ends with.
        chunk = chunk.Length > 0 && chunk[0] == '.' && chunk[1..].Contains('.') ? chunk[1..] : chunk;
        if (chunk.IndexOfAny('/', ':') is >= 0 and var end)
        {
            chunk = chunk[..end];
        }

        return chunk.LastIndexOf('.') is > 0 and var dot && dot + 1 < chunk.Length && chunk[0] != '.' && char.IsAsciiLetterOrDigit(chunk[0]) && char.IsAsciiLetterOrDigit(chunk[dot - 1])
            && HostEndings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(chunk[(dot + 1)..]) && !chunk.Contains("..", StringComparison.Ordinal);
    }
}
