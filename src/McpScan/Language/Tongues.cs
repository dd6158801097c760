using McpScan.Syntax;

namespace McpScan.Language;

/// <summary>Tells the language of a sentence by its script and its commonest words.</summary>
/// <param name="entries">The entries of <c>catalogs/lists/tongues.yaml</c>: for each language its commonest short words.</param>
public sealed class Tongues(DataNode entries)
{
    private const int MinMarkers = 2;
    private const int Latin = (int)Tongue.Italian + 1;

    private readonly Dictionary<string, int> _markers = Read(entries);

    /// <summary>The language of a sentence, English where it is not clear.</summary>
    public Tongue Of(ReadOnlySpan<char> folded)
    {
        Span<int> counts = stackalloc int[Latin];
        var (han, kana, hangul, cyrillic, letters) = (0, 0, 0, 0, 0);
        var markers = _markers.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < folded.Length;)
        {
            var c = folded[i];
            if (c < 128 ? !char.IsAsciiLetter(c) : !char.IsLetter(c))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < folded.Length && (folded[i] < 128 ? char.IsAsciiLetter(folded[i]) : char.IsLetter(folded[i])))
            {
                switch (folded[i])
                {
                    case >= '\u3040' and <= '\u30FF':
                        kana++;
                        break;
                    case >= '\u3400' and <= '\u9FFF':
                        han++;
                        break;
                    case (>= '\uAC00' and <= '\uD7AF') or (>= '\u1100' and <= '\u11FF'):
                        hangul++;
                        break;
                    case >= '\u0400' and <= '\u04FF':
                        cyrillic++;
                        break;
                }

                i++;
            }

            letters += i - start;
            if (i - start <= 8 && markers.TryGetValue(folded[start..i], out var tongues))
            {
                for (var tongue = 0; tongue < Latin; tongue++)
                {
                    counts[tongue] += (tongues >> tongue) & 1;
                }
            }
        }

        if (kana + han + hangul > 0 && (kana + han + hangul) * 5 > letters)
        {
            return hangul > han + kana ? Tongue.Korean : kana * 8 > han ? Tongue.Japanese : Tongue.Chinese;
        }

        if (cyrillic * 2 > letters)
        {
            return Tongue.Russian;
        }

        var best = 0;
        for (var tongue = 1; tongue < Latin; tongue++)
        {
            best = counts[tongue] > counts[best] ? tongue : best;
        }

        return counts[best] >= MinMarkers ? (Tongue)best : Tongue.English;
    }

    private static Dictionary<string, int> Read(DataNode entries)
    {
        var markers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var tongue = 0; tongue < Latin; tongue++)
        {
            foreach (var item in entries[((Tongue)tongue).ToString().ToLowerInvariant()]!.Items)
            {
                var word = ((ScalarNode)item).Value;
                markers[word] = markers.GetValueOrDefault(word) | (1 << tongue);
            }
        }

        return markers;
    }
}
