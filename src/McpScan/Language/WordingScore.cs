namespace McpScan.Language;

/// <summary>Adds up what the features of a sentence weigh, each counted once, without spelling their names.</summary>
internal ref struct WordingScore(WordingWeights weights, Span<int> words, Span<ulong> pairs) : IWordingSink
{
    /// <summary>Room that a score needs for the words of a sentence: the stem of each, each as a whole, and each with its neighbour.</summary>
    public const int WordRoom = 3 * WordingFeatures.MaxWords;

    /// <summary>Room that a score needs for pairs of facts, a bit each.</summary>
    public const int PairRoom = (WordingWeights.Pairs / 64) + 1;

    private readonly Span<int> _words = words;
    private readonly Span<ulong> _pairs = pairs;
    private int _count;

    /// <summary>The sum.</summary>
    public Wording Sum { get; private set; }

    public void AddFacts(Fact one, Fact other)
    {
        var pair = WordingWeights.PairOf(one, other);
        var bit = 1UL << (pair & 63);
        if ((_pairs[pair >> 6] & bit) == 0)
        {
            _pairs[pair >> 6] |= bit;
            Sum += new Wording(weights.OfPair(pair), 0, 0);
        }
    }

    public void AddFact(Fact fact) => Sum += weights.Of(fact);

    public void AddWord(ReadOnlySpan<char> word, int moods)
    {
        Add(weights.Find(WordingFeatures.Stem(word)), moods);
        if (word.Length > WordingFeatures.StemLength)
        {
            Add(weights.Find(word), 0);
        }
    }

    public void AddShared(ReadOnlySpan<char> name) => Sum += weights.OfWord(weights.Find(name), 0);

    public void AddWords(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => Add(weights.Find(WordingFeatures.Stem(one), WordingFeatures.Stem(other)), 0);

    private void Add(int word, int moods)
    {
        if (word > 0 && !IsCounted(word))
        {
            _words[_count++] = word;
            Sum += weights.OfWord(word, moods);
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
