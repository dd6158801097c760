namespace McpScan.Text;

/// <summary>Finds the first of some literals in a text, each of two characters or more.</summary>
/// <remarks>
/// A table finds the few literals that may begin at a place by its next two characters. <c>SearchValues&lt;string&gt;</c> is faster on texts of many pages, but costs a
/// cold start the building of its automaton and thirty vector methods.
/// </remarks>
internal sealed class LiteralSearch
{
    private readonly string[]?[] _byStart = new string[]?[1 << 10];
    private readonly StringComparison _comparison;

    /// <param name="literals">What is looked for; in ASCII where case is ignored.</param>
    /// <param name="comparison">Ordinal, with or without case.</param>
    public LiteralSearch(ReadOnlySpan<string> literals, StringComparison comparison)
    {
        _comparison = comparison;
        foreach (var literal in literals)
        {
            ref var others = ref _byStart[Hash(literal, 0)];
            others = others is null ? [literal] : [.. others, literal];
        }
    }

    /// <summary>Where the first of the literals begins, or -1.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; at + 1 < text.Length; at++)
        {
            foreach (var literal in _byStart[Hash(text, at)] ?? [])
            {
                if (text[at..].StartsWith(literal, _comparison))
                {
                    return at;
                }
            }
        }

        return -1;
    }

    /// <summary>Whether one of the literals is in the text.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => IndexIn(text) >= 0;

    /// <summary>Five bits of each of two characters: the bit in which the cases of a letter differ is not among them.</summary>
    private static int Hash(ReadOnlySpan<char> text, int at) => ((text[at] & 31) << 5) | (text[at + 1] & 31);
}
