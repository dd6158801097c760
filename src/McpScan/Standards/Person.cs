namespace McpScan.Standards;

/// <summary>Tells whether two ways to write a person mean the same one: a name, a mail address, or <c>Name &lt;address&gt;</c>.</summary>
public static class Person
{
    /// <summary>Whether the addresses are equal, or the names; case and runs of spaces do not count. An empty text is nobody.</summary>
    public static bool IsSame(string one, string other)
    {
        var (name, address) = Parse(one);
        var (otherName, otherAddress) = Parse(other);
        return (name.Length > 0 && name == otherName) || (address.Length > 0 && address == otherAddress);
    }

    private static (string Name, string Address) Parse(string person)
    {
        var open = person.IndexOf('<', StringComparison.Ordinal);
        var close = person.IndexOf('>', StringComparison.Ordinal);
        return open >= 0 && close > open ? (Fold(person[..open]), Fold(person[(open + 1)..close]))
            : person.Contains('@', StringComparison.Ordinal) ? ("", Fold(person))
            : (Fold(person), "");
    }

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
