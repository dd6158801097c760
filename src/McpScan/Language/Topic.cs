using System.Numerics;

namespace McpScan.Language;

/// <summary>The words of the first sentence of a layer, which mostly says what a tool does: an order that shares none of them is about something else.</summary>
internal sealed class Topic
{
    private const int ShortestWord = 3;

    /// <summary>The words by their first letters, each with its number; <see cref="WordingFeatures.MaxWords"/> fit into the bits of a word.</summary>
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;

    private Topic(TextLayer layer)
    {
        var first = layer.Statements[0];
        _words = WordingFeatures.OfWords(layer.Plain.Folded.AsSpan(first.Start, first.Length)).Keys
            .Where(static name => name.Length is >= ShortestWord and <= WordingFeatures.StemLength && name.All(char.IsLetter))
            .Index().ToDictionary(static word => word.Item, static word => word.Index, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What a layer with a sentence is about, read once.</summary>
    public static Topic Of(TextLayer layer) => layer.Memo.Of(layer, static l => new Topic(l));

    /// <summary>How many of the words stand in a text in lower case, each counted once.</summary>
    public int SharedBy(ReadOnlySpan<char> text)
    {
        var shared = new Shared(_words);
        WordingFeatures.AddWords(text, 0, ref shared);
        return shared.Count;
    }

    private ref struct Shared(Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> words) : IWordingSink
    {
        private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words = words;
        private ulong _met;

        public readonly int Count => BitOperations.PopCount(_met);

        public void AddWord(ReadOnlySpan<char> word, int moods) => _met |= _words.TryGetValue(WordingFeatures.Stem(word), out var number) ? 1UL << number : 0;

        public readonly void AddFacts(Fact one, Fact other)
        {
        }

        public readonly void AddFact(Fact fact)
        {
        }

        public readonly void AddShared(ReadOnlySpan<char> name)
        {
        }

        public readonly void AddWords(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
        {
        }
    }
}
