using System.Buffers;
using System.Text;

namespace McpScan.Reporting.Sarif;

/// <summary>Text and addresses as SARIF takes them.</summary>
internal static class SarifText
{
    private static readonly SearchValues<char> LinkSyntax = SearchValues.Create(@"\[]");

    private static readonly SearchValues<char> SafeInPath =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!@");

    /// <summary>Plain text for a message: cut to a length, with the characters escaped that would make an embedded link (§3.11.6), so that no text can forge one.</summary>
    public static string Escape(string text, int limit)
    {
        text = Cut(text, limit);
        var first = text.AsSpan().IndexOfAny(LinkSyntax);
        if (first < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8).Append(text, 0, first);
        foreach (var character in text.AsSpan(first))
        {
            if (LinkSyntax.Contains(character))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>At most so many UTF-16 units, never half a surrogate pair, with an ellipsis where something was cut.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = limit - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }

    /// <summary>The text as a sentence: GitHub takes the first sentence as the title.</summary>
    public static string Sentence(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";

    /// <summary>A relative path as a relative URI: everything but unreserved characters and slashes is percent-encoded, a colon too, lest it read as a scheme.</summary>
    public static string ToUri(string path)
    {
        if (!path.AsSpan().ContainsAnyExcept(SafeInPath))
        {
            return path;
        }

        var uri = new StringBuilder(path.Length + 16);
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune.IsAscii && SafeInPath.Contains((char)rune.Value))
            {
                uri.Append((char)rune.Value);
            }
            else
            {
                uri.Append(Uri.EscapeDataString(rune.ToString()));
            }
        }

        return uri.ToString();
    }

    /// <summary><c>hidden-instructions</c> as <c>HiddenInstructions</c>.</summary>
    public static string ToPascalCase(string kebab)
    {
        var name = new StringBuilder(kebab.Length);
        var atStart = true;
        foreach (var character in kebab)
        {
            if (character == '-')
            {
                atStart = true;
            }
            else
            {
                name.Append(atStart ? char.ToUpperInvariant(character) : character);
                atStart = false;
            }
        }

        return name.ToString();
    }
}
