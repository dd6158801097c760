using System.Buffers;
using System.Collections.Frozen;

namespace McpScan.Language;

/// <summary>
/// What the <see cref="WordingModel"/> weighs of a sentence: its words, each two neighbours (<c>before_using</c>), its facts (<c>#negated</c>), and each two facts of one
/// statement (<c>#demanded+read</c>). Numbers are all <c>0</c>. No feature comes twice.
/// </summary>
public static class WordingFeatures
{
    /// <summary>How many words of a sentence are looked at.</summary>
    public const int MaxWords = 60;

    /// <summary>What says how a sentence is built, not what it says.</summary>
    private static readonly FactSet Grammar = FactSet.Of(Fact.Self, Fact.Chain, Fact.Label, Fact.Filler, Fact.Identifier, Fact.Opening);

    /// <summary>Words that say nothing alone: weighed, they would tell a long sentence from a short one.</summary>
    private static readonly FrozenSet<string> Empty = FrozenSet.Create(StringComparer.Ordinal,
        "a", "an", "the", "and", "or", "of", "in", "on", "at", "by", "to", "for", "from", "with", "as", "is", "are", "be", "been", "being", "was", "were", "it", "its", "this", "that", "these", "those",
        "there", "here", "s", "so", "then", "than", "will", "can", "may", "has", "have", "had", "which", "who", "what", "one", "two", "also", "e", "g", "i", "they", "their", "them", "into", "each", "when", "if");

    private static readonly SearchValues<char> Marks = SearchValues.Create("<>[]{}/~$!?:`");
    private static readonly string[] Names = [.. FactNames.All];

    // Two facts meet again and again: each pair is spelled once, by whoever asks first.
    private static readonly string?[] Pairs = new string?[Names.Length * Names.Length];

    /// <summary>The features of a sentence of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="first">The index of the sentence's first statement.</param>
    /// <param name="place">The facts of the place where the text stands.</param>
    public static HashSet<string> Of(TextLayer layer, int first, FactSet place)
    {
        var features = new HashSet<string>(StringComparer.Ordinal);
        var sentence = place;
        for (var i = first; i < layer.EndOfSentence(first); i++)
        {
            sentence |= layer.Statements[i].Sentence;
            AddPairs(features, (layer.Statements[i].Facts | place).Without(Grammar));
        }

        foreach (var fact in FactsOf(sentence.Without(Grammar)))
        {
            features.Add("#" + Names[fact]);
        }

        AddWords(features, layer.Plain.Folded.AsSpan(layer.Statements[first].Start, layer.Statements[first].Length));
        return features;
    }

    private static void AddPairs(HashSet<string> features, FactSet facts)
    {
        var list = FactsOf(facts);
        for (var i = 0; i < list.Count; i++)
        {
            for (var j = i + 1; j < list.Count; j++)
            {
                features.Add(Pairs[(list[i] * Names.Length) + list[j]] ??= $"#{Names[list[i]]}+{Names[list[j]]}");
            }
        }
    }

    private static List<int> FactsOf(FactSet facts)
    {
        var list = new List<int>();
        for (var i = 0; i < Names.Length; i++)
        {
            if (facts.Has((Fact)i))
            {
                list.Add(i);
            }
        }

        return list;
    }

    private static void AddWords(HashSet<string> features, ReadOnlySpan<char> text)
    {
        string? before = null;
        var count = 0;
        for (var i = 0; i < text.Length && count < MaxWords;)
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

            var word = char.IsAsciiDigit(text[start]) ? "0" : text[start..i].ToString();
            var isEmpty = Empty.Contains(word);
            if (!isEmpty)
            {
                features.Add(word);
            }

            if (before is not null && !(isEmpty && Empty.Contains(before)))
            {
                features.Add($"{before}_{word}");
            }

            before = word;
            count++;
        }
    }

    /// <summary>Whether a letter is a word by itself, as far as can be told without a dictionary: Chinese characters and Japanese kana.</summary>
    private static bool IsWord(char letter) => letter is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff');
}
