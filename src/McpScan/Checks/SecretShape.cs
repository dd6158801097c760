using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>How the keys of one issuer look: a fixed prefix and a run of characters of one class. From catalogs/lists/secret-shapes.yaml.</summary>
/// <param name="Kind">What it is, for a message.</param>
/// <param name="Group">key, private-key or token: what rules select by.</param>
/// <param name="Prefix">The literal it begins with.</param>
/// <param name="Body">The class of what follows.</param>
/// <param name="Min">The least number of characters after the prefix.</param>
/// <param name="Max">The greatest number; longer runs are something else.</param>
/// <param name="Contains">A literal that the run must hold, or null.</param>
internal sealed record SecretShape(string Kind, string Group, string Prefix, SecretAlphabet Body, int Min, int Max, string? Contains)
{
    private const string List = "secret-shapes";

    /// <summary>The shapes of the list.</summary>
    public static SecretShape[] ReadAll(Lists lists)
    {
        if (lists.Entries(List) is not { } entries)
        {
            return [];
        }

        var shapes = new SecretShape[entries.Items.Length];
        for (var i = 0; i < shapes.Length; i++)
        {
            var item = entries.Items[i];
            shapes[i] = new SecretShape(
                Text(item, "name"),
                item["group"] is ScalarNode group ? group.Value : "key",
                Text(item, "prefix"),
                Alphabet(Text(item, "body")),
                Number(item, "min", 16),
                Number(item, "max", 4096),
                (item["contains"] as ScalarNode)?.Value);
        }

        return shapes;
    }

    /// <summary>The length of the key that begins at an occurrence of the prefix, or 0 where there is none.</summary>
    public int Measure(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && char.IsAsciiLetterOrDigit(Prefix[0]) && char.IsAsciiLetterOrDigit(text[start - 1]))
        {
            return 0;
        }

        var from = start + Prefix.Length;
        var end = from;
        while (end < text.Length && end - from <= Max && Fits(text[end]))
        {
            end++;
        }

        var body = text[from..end];
        if (body.Length < Min || body.Length > Max || (Contains is { } inner && !body.Contains(inner, StringComparison.Ordinal)))
        {
            return 0;
        }

        return Group == "private-key" || !(SecretText.IsPlaceholder(body) || SecretText.Entropy(body) < 2.3) ? end - start : 0;
    }

    private bool Fits(char c) => Body switch
    {
        SecretAlphabet.Alphanumeric => char.IsAsciiLetterOrDigit(c),
        SecretAlphabet.Hex => char.IsAsciiHexDigit(c),
        SecretAlphabet.Upper => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c),
        SecretAlphabet.Base64 => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=',
        SecretAlphabet.Token => char.IsAsciiLetterOrDigit(c) || c is '-' or '_',
        SecretAlphabet.Dotted => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.',
        SecretAlphabet.Path => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/',
        _ => c is not ('"' or '\''),
    };

    private static SecretAlphabet Alphabet(string name) => name switch
    {
        "alphanumeric" => SecretAlphabet.Alphanumeric,
        "hex" => SecretAlphabet.Hex,
        "upper" => SecretAlphabet.Upper,
        "base64" => SecretAlphabet.Base64,
        "dotted" => SecretAlphabet.Dotted,
        "path" => SecretAlphabet.Path,
        "any" => SecretAlphabet.Any,
        _ => SecretAlphabet.Token,
    };

    private static string Text(DataNode item, string name) => (item[name] as ScalarNode)?.Value ?? "";

    private static int Number(DataNode item, string name, int otherwise) =>
        item[name] is ScalarNode number && int.TryParse(number.Value, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}

/// <summary>The characters that a key is made of.</summary>
internal enum SecretAlphabet
{
    Token,
    Alphanumeric,
    Hex,
    Upper,
    Base64,
    Dotted,
    Path,
    Any,
}
