using System.Buffers;
using System.Collections.Immutable;

namespace McpScan.Language;

/// <summary>
/// What the <see cref="WordingModel"/> weighs of a sentence: its words by their first letters (<c>befor</c>) and the longer ones as a whole too, each two neighbours
/// (<c>befor_using</c>), each word with how the sentence is put (<c>befor#demanded</c>), its facts (<c>#negated</c>), each two facts of one statement (<c>#demanded+read</c>), and how many words it shares
/// with the first sentence of its text, which says what the tool does (<c>@0</c>). Numbers are all <c>0</c>.
/// </summary>
public static class WordingFeatures
{
    /// <summary>How many words of a sentence are looked at.</summary>
    public const int MaxWords = 60;

    /// <summary>How many letters of a word tell it from others; the rest is mostly its ending.</summary>
    public const int StemLength = 5;

    /// <summary>How a sentence can be put: <em>never show it</em> and <em>shows it</em> have the same words.</summary>
    public static ImmutableArray<Fact> Moods { get; } = [Fact.Demanded, Fact.Described, Fact.Imperative, Fact.Negated];

    /// <summary>What says how a sentence is built, not what it says.</summary>
    private static readonly FactSet Grammar = FactSet.Of(Fact.Self, Fact.Chain, Fact.Label, Fact.Filler, Fact.Identifier, Fact.Opening);

    /// <summary>Words that say nothing alone: weighed, they would tell a long sentence from a short one.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "and", "or", "of", "in", "on", "at", "by", "to", "for", "from", "with", "as", "is", "are", "be", "been", "being", "was", "were", "it", "its", "this", "that", "these", "those",
        "there", "here", "s", "so", "then", "than", "will", "can", "may", "has", "have", "had", "which", "who", "what", "one", "two", "also", "e", "g", "i", "they", "their", "them", "into", "each", "when", "if",
    };

    private static readonly SearchValues<char> Marks = SearchValues.Create("<>[]{}/~$!?:`");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> EmptyWords = Empty.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names of the features of a sentence of a layer, each with the words of the sentence that it stands for; empty for facts.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="first">The index of the sentence's first statement.</param>
    /// <param name="place">The facts of the place where the text stands.</param>
    public static IReadOnlyDictionary<string, string> Of(TextLayer layer, int first, FactSet place)
    {
        var names = new WordingNames();
        Add(layer, first, place, ref names);
        return names.Names;
    }

    /// <summary>The names of the features that the words of a text are, see <see cref="Of"/>.</summary>
    internal static IReadOnlyDictionary<string, string> OfWords(ReadOnlySpan<char> text)
    {
        var names = new WordingNames();
        AddWords(text, 0, ref names);
        return names.Names;
    }

    /// <summary>Whether a text has no more words than are looked at; what stands behind them could say anything.</summary>
    internal static bool IsReadWhole(ReadOnlySpan<char> text)
    {
        var names = new WordingNames();
        return AddWords(text, 0, ref names);
    }

    /// <summary>Whether a feature is one fact or the stem of one word: those say something of the sentences beside theirs, too.</summary>
    public static bool IsSingle(string name) => name[0] == '#' ? !name.Contains('+', StringComparison.Ordinal) : name.Length <= StemLength && name.AsSpan().IndexOfAny('_', '#', '@') < 0;

    /// <summary>The first letters of a word.</summary>
    internal static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) => word[..Math.Min(StemLength, word.Length)];

    /// <summary>Gives the features of a sentence of a layer to a sink.</summary>
    internal static void Add<TSink>(TextLayer layer, int first, FactSet place, ref TSink sink)
        where TSink : IWordingSink, allows ref struct
    {
        Span<Fact> list = stackalloc Fact[FactSet.Capacity];
        var (sentence, own) = (place, FactSet.None);
        var end = layer.EndOfSentence(first);
        for (var i = first; i < end; i++)
        {
            sentence |= layer.Statements[i].Sentence;
            own |= layer.Statements[i].Facts;
            var facts = list[..(layer.Statements[i].Facts | place).Without(Grammar).CopyTo(list)];
            for (var one = 0; one < facts.Length; one++)
            {
                foreach (var other in facts[(one + 1)..])
                {
                    sink.AddFacts(facts[one], other);
                }
            }
        }

        foreach (var fact in list[..sentence.Without(Grammar).CopyTo(list)])
        {
            sink.AddFact(fact);
        }

        var text = layer.Plain.Folded.AsSpan(layer.Statements[first].Start, layer.Statements[first].Length);
        AddWords(text, MoodsOf(own), ref sink);
        if (first > 0)
        {
            sink.AddShared(SharedName(Topic.Of(layer).SharedBy(text)));
        }
    }

    private static int MoodsOf(FactSet facts)
    {
        var moods = 0;
        for (var mood = 0; mood < Moods.Length; mood++)
        {
            moods |= facts.Has(Moods[mood]) ? 1 << mood : 0;
        }

        return moods;
    }

    /// <summary>The name of the feature that a sentence shares so many words with the first one of its text: none, one, few, many.</summary>
    private static string SharedName(int words) => words switch
    {
        0 => "@0",
        1 => "@1",
        2 or 3 => "@2",
        _ => "@4",
    };

    /// <summary>Gives the features that the words of a text in lower case are to a sink.</summary>
    /// <param name="text">The text.</param>
    /// <param name="moods">How it is put: a bit for each of <see cref="Moods"/>.</param>
    /// <param name="sink">The sink.</param>
    /// <returns>Whether the text was read to its end, not only its first <see cref="MaxWords"/> words.</returns>
    internal static bool AddWords<TSink>(ReadOnlySpan<char> text, int moods, ref TSink sink)
        where TSink : IWordingSink, allows ref struct
    {
        var before = ReadOnlySpan<char>.Empty;
        var isEmptyBefore = true;
        var (i, count) = (0, 0);
        while (i < text.Length && count < MaxWords)
        {
            var start = i;
            if (IsWord(text[i]))
            {
                i++;
            }
            else if (char.IsLetter(text[i]))
            {
                // A host or the name of a file is one word, and too rare to be weighed.
                while (i < text.Length && ((char.IsLetter(text[i]) && !IsWord(text[i])) || (text[i] == '.' && i + 1 < text.Length && char.IsLetter(text[i + 1]))))
                {
                    i++;
                }
            }
            else if (char.IsAsciiDigit(text[i]))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }
            }
            else
            {
                i++;
                if (!Marks.Contains(text[start]))
                {
                    continue;
                }
            }

            var word = char.IsAsciiDigit(text[start]) ? "0" : text[start..i];
            var isEmpty = EmptyWords.Contains(word);
            if (!isEmpty)
            {
                sink.AddWord(word, moods);
            }

            if (count > 0 && !(isEmpty && isEmptyBefore))
            {
                sink.AddWords(before, word);
            }

            before = word;
            isEmptyBefore = isEmpty;
            count++;
        }

        return i >= text.Length;
    }

    /// <summary>Whether a letter is a word by itself, as far as can be told without a dictionary: Chinese characters and Japanese kana.</summary>
    private static bool IsWord(char letter) => letter is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff');
}
