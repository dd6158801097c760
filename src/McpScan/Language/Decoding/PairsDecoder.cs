using System.Globalization;

namespace McpScan.Language.Decoding;

/// <summary>Decodes bytes that are written in pairs of hexadecimal digits with blanks or commas between.</summary>
internal sealed class PairsDecoder : IDecoder
{
    private const int MinPairs = 8;

    public string Name => "hexadecimal digits";

    public bool MayFind(RunProfile profile) => profile.Pairs >= MinPairs;

    public IEnumerable<Decoded> Find(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (PairAt(text, i) is not { Length: > 0 } || (i > 0 && char.IsLetterOrDigit(text[i - 1])))
            {
                i++;
                continue;
            }

            var (at, end) = (i, i);
            var bytes = new List<byte>();
            while (at < text.Length && PairAt(text, at) is { Length: > 0 } pair)
            {
                bytes.Add(pair.Value);
                at += pair.Length;
                end = at;
                while (at < text.Length && at < end + 2 && text[at] is ' ' or ',' or ':' or '\n')
                {
                    at++;
                }

                if (at == end)
                {
                    break;
                }
            }

            if (bytes.Count >= MinPairs && Readable.Text([.. bytes]) is { } decoded)
            {
                yield return new Decoded(i, end - i, decoded);
            }

            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>The byte at a place, written <c>6e</c> or <c>0x6e</c> and ending there; length zero where there is none.</summary>
    private static (int Length, byte Value) PairAt(string text, int at)
    {
        var prefix = at + 1 < text.Length && text[at] == '0' && text[at + 1] is 'x' or 'X' ? 2 : 0;
        var from = at + prefix;
        return from + 2 <= text.Length && (from + 2 == text.Length || !char.IsLetterOrDigit(text[from + 2]))
            && byte.TryParse(text.AsSpan(from, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? (prefix + 2, value) : default;
    }
}
