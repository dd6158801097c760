namespace McpScan.Language;

/// <summary>Adds up the weights of a sentence's features, each counted once, without spelling their names.</summary>
internal ref struct WordingScore(WordingWeights weights, Span<int> words, Span<ulong> pairs) : IWordingSink
{
    /// <summary>Room that a score needs for the words of a sentence: each word, and each with its neighbour.</summary>
    public const int WordRoom = 2 * WordingFeatures.MaxWords;

    /// <summary>Room that a score needs for pairs of facts, a bit each.</summary>
    public const int PairRoom = FactSet.Capacity * FactSet.Capacity / 64;

    private readonly Span<int> _words = words;
    private readonly Span<ulong> _pairs = pairs;
    private int _count;

    /// <summary>The sum.</summary>
    public double Sum { get; private set; }

    public void AddFacts(Fact one, Fact other)
    {
        var pair = WordingWeights.PairOf(one, other);
        var bit = 1UL << (pair & 63);
        if ((_pairs[pair >> 6] & bit) == 0)
        {
            _pairs[pair >> 6] |= bit;
            Sum += weights.OfPair(pair);
        }
    }

    public void AddFact(Fact fact) => Sum += weights.Of(fact);

    public void AddWord(ReadOnlySpan<char> word) => Add(weights.Find(word));

    public void AddWords(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => Add(weights.Find(one, other));

    private void Add((int Number, double Weight) feature)
    {
        if (feature.Weight != 0 && !IsCounted(feature.Number))
        {
            _words[_count++] = feature.Number;
            Sum += feature.Weight;
        }
    }

    private readonly bool IsCounted(int word)
    {
        foreach (var counted in _words[.._count])
        {
            if (counted == word)
            {
                return true;
            }
        }

        return false;
    }
}
