namespace McpScan.Language.Decoding;

/// <summary>Decodes lines in which every letter is moved by thirteen places or that run backwards, known by the commonest English words in that dress.</summary>
/// <param name="name">How reports call the code.</param>
/// <param name="markers">Common words, encoded.</param>
/// <param name="decode">The decoded line.</param>
internal sealed class CipherDecoder(string name, string[] markers, Func<string, string> decode) : IDecoder
{
    private const int MinMarkers = 2;
    private const int MaxLine = 4000;

    private static readonly string[] Common =
        ["the", "and", "you", "that", "this", "with", "from", "not", "all", "before", "after", "user", "must", "always", "never", "file", "send", "tell", "read", "call", "use", "tool", "first", "ignore", "instructions", "contents", "your", "when", "into", "any", "every", "include", "system", "about"];

    private readonly HashSet<string> _markers = new(markers, StringComparer.OrdinalIgnoreCase);

    public static readonly CipherDecoder Rot13 = new("ROT13", [.. Common.Select(Rotate)], Rotate);
    public static readonly CipherDecoder Reversed = new("reversed text", [.. Common.Select(Reverse)], Reverse);

    public string Name => name;

    public IEnumerable<Decoded> Find(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r') is >= 0 and var at ? at : text.Length - start;
            length = Math.Min(length, MaxLine);
            if (Span(text, start, length) is var (from, until) && until > from)
            {
                yield return new Decoded(from, until - from, decode(text[from..until]));
            }

            start += length + 1;
        }
    }

    /// <summary>From the first to the last marker of a line, with the words beside them; null where there are too few.</summary>
    private (int From, int Until)? Span(string text, int start, int length)
    {
        var lookup = _markers.GetAlternateLookup<ReadOnlySpan<char>>();
        var (count, end) = (0, start + length);
        var (from, until) = (end, start);
        for (var i = start; i < end;)
        {
            var wordEnd = i;
            while (wordEnd < end && char.IsAsciiLetter(text[wordEnd]))
            {
                wordEnd++;
            }

            if (wordEnd - i >= 3 && lookup.Contains(text.AsSpan(i, wordEnd - i)))
            {
                count++;
                from = Math.Min(from, i);
                until = wordEnd;
            }

            i = Math.Max(wordEnd, i + 1);
        }

        return count >= MinMarkers ? (Widen(text, from, start, -1), Widen(text, until, end, 1)) : null;
    }

    private static int Widen(string text, int at, int limit, int step)
    {
        while (at != limit && text[step < 0 ? at - 1 : at] is var c && (char.IsAsciiLetterOrDigit(c) || c is ' ' or ',' or '.' or '/' or '_' or '-' or '~' or '\'' or '@'))
        {
            at += step;
        }

        return at;
    }

    private static string Rotate(string text) => string.Create(text.Length, text, static (rotated, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            rotated[i] = char.IsAsciiLetter(c) ? (char)((c & ~0x1F) + (((c & 0x1F) + 12) % 26) + 1) : c;
        }
    });

    private static string Reverse(string text)
    {
        var chars = text.ToCharArray();
        Array.Reverse(chars);
        return new string(chars);
    }
}
