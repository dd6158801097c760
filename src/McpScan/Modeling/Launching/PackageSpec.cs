using McpScan.Syntax;

namespace McpScan.Modeling.Launching;

/// <summary>A package as a launcher is told to fetch it.</summary>
/// <param name="Whole">As it was written.</param>
/// <param name="Name">The name without version and extras; the address without its revision.</param>
/// <param name="Version">The version, range, tag or revision; null where none was asked for.</param>
/// <param name="Ecosystem">npm, pypi, nuget, go, jsr, git or url; null for a path.</param>
internal sealed record PackageSpec(ScalarNode Whole, ScalarNode Name, ScalarNode? Version, string? Ecosystem)
{
    /// <summary>npm's forms: <c>name@range</c>, <c>alias@npm:name@range</c>, <c>owner/repo#ref</c>, git and tarball addresses, paths.</summary>
    public static PackageSpec Npm(ScalarNode whole)
    {
        var text = whole.Value;
        if (IsGit(text) || IsGitHubShorthand(text))
        {
            return Split(whole, text.IndexOf('#', StringComparison.Ordinal), 1, "git");
        }

        if (IsUrl(text))
        {
            return new PackageSpec(whole, whole, null, "url");
        }

        if (IsPath(text) || text.StartsWith("file:", StringComparison.Ordinal))
        {
            return new PackageSpec(whole, whole, null, null);
        }

        var prefix = text.IndexOf("npm:", StringComparison.Ordinal);
        var name = prefix >= 0 ? whole.Slice(prefix + 4, text.Length - prefix - 4) : whole;
        return Split(name, AtSign(name.Value), 1, "npm") with { Whole = whole };
    }

    /// <summary>pip's and uv's forms: <c>name[extra]==1.2</c>, <c>name&gt;=1</c>, <c>name@1.2</c>, <c>name @ address</c>, addresses, paths.</summary>
    public static PackageSpec PyPi(ScalarNode whole)
    {
        var text = whole.Value;
        if (text.Contains(" @ ", StringComparison.Ordinal))
        {
            var address = text.IndexOf(" @ ", StringComparison.Ordinal) + 3;
            return PyPi(whole.Slice(address, text.Length - address)) with { Whole = whole };
        }

        if (IsGit(text))
        {
            // git+https://host/owner/repo@revision#egg=name: an at sign before the path is a user name.
            var end = text.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? hash : text.Length;
            var path = text.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? text.IndexOf('/', scheme + 3) : 0;
            var at = path < 0 || path >= end ? -1 : text.LastIndexOf('@', end - 1, end - path);
            return Split(end == text.Length ? whole : whole.Slice(0, end), at, 1, "git") with { Whole = whole };
        }

        if (IsUrl(text))
        {
            return new PackageSpec(whole, whole, null, "url");
        }

        if (IsPath(text) || text.EndsWith(".whl", StringComparison.Ordinal))
        {
            return new PackageSpec(whole, whole, null, null);
        }

        var version = 0;
        while (version < text.Length && text[version] is not ('=' or '<' or '>' or '~' or '!' or '@'))
        {
            version++;
        }

        var sign = version == text.Length ? 0 : text[version] == '@' ? 1 : text.AsSpan(version).StartsWith("==", StringComparison.Ordinal) ? 2 : 0;
        var spec = Split(whole, version, sign, "pypi");
        var extras = spec.Name.Value.IndexOf('[', StringComparison.Ordinal);
        return extras > 0 ? spec with { Name = spec.Name.Slice(0, extras) } : spec;
    }

    /// <summary><c>Name@version</c>.</summary>
    public static PackageSpec NuGet(ScalarNode whole) => Split(whole, AtSign(whole.Value), 1, "nuget");

    /// <summary><c>module/path@version</c>; a local package is a path.</summary>
    public static PackageSpec Go(ScalarNode whole) => Split(whole, AtSign(whole.Value), 1, IsPath(whole.Value) ? null : "go");

    /// <summary>Deno's forms: <c>npm:</c>, <c>jsr:</c>, an address or a path.</summary>
    public static PackageSpec Deno(ScalarNode whole)
    {
        var text = whole.Value;
        if (text.StartsWith("npm:", StringComparison.Ordinal))
        {
            return Npm(whole);
        }

        return text.StartsWith("jsr:", StringComparison.Ordinal)
            ? Split(whole.Slice(4, text.Length - 4), AtSign(text[4..]), 1, "jsr") with { Whole = whole }
            : new PackageSpec(whole, whole, null, IsUrl(text) ? "url" : null);
    }

    /// <summary>Whether a word is an address that a program may connect to or fetch.</summary>
    public static bool IsUrl(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool IsGit(string text) =>
        text.StartsWith("git+", StringComparison.Ordinal) || text.StartsWith("git://", StringComparison.Ordinal) || text.StartsWith("git@", StringComparison.Ordinal)
        || text.StartsWith("ssh://", StringComparison.Ordinal) || text.StartsWith("github:", StringComparison.Ordinal)
        || text.StartsWith("gitlab:", StringComparison.Ordinal) || text.StartsWith("bitbucket:", StringComparison.Ordinal)
        || text.StartsWith("gist:", StringComparison.Ordinal) || IsRepositoryAddress(text);

    // npm and pip fetch the repository itself from such an address; a tarball lies deeper.
    private static bool IsRepositoryAddress(string text)
    {
        if (!IsUrl(text))
        {
            return false;
        }

        var path = text.AsSpan(text.IndexOf("://", StringComparison.Ordinal) + 3);
        var isForge = path.StartsWith("github.com/", StringComparison.OrdinalIgnoreCase) || path.StartsWith("gitlab.com/", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("bitbucket.org/", StringComparison.OrdinalIgnoreCase);
        var hash = path.IndexOf('#');
        path = (hash < 0 ? path : path[..hash]).TrimEnd('/');
        return path.EndsWith(".git", StringComparison.Ordinal) || (isForge && path.Count('/') == 2);
    }

    private static bool IsGitHubShorthand(string text) =>
        text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) && !text.Contains(':', StringComparison.Ordinal)
        && text.AsSpan(0, text.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? hash : text.Length).Count('/') == 1;

    private static bool IsPath(string text) =>
        text is "." or ".." or ['/', ..] or ['~', '/', ..] or ['.', '/' or '\\', ..] or ['.', '.', '/' or '\\', ..] or [_, ':', '\\' or '/', ..];

    // The at sign of a scope opens the name.
    private static int AtSign(string text) => text.LastIndexOf('@') is var at and > 0 ? at : -1;

    private static PackageSpec Split(ScalarNode whole, int at, int signLength, string? ecosystem)
    {
        if (at <= 0 || at >= whole.Value.Length)
        {
            return new PackageSpec(whole, whole, null, ecosystem);
        }

        var start = at + signLength;
        var length = whole.Value.Length - start;
        return new PackageSpec(whole, whole.Slice(0, at), length > 0 ? whole.Slice(start, length) : null, ecosystem);
    }
}
