using McpScan.Language;

namespace McpScan.Checks.Harm;

/// <summary>Reads a text sentence by sentence for what holds one of some patterns.</summary>
internal static class HarmText
{
    /// <summary>Words of a sentence that are read; sentences are cut long before.</summary>
    private const int MaxWords = 400;

    /// <summary>Sentences of a text that are asked: what a tool is for is said at the start, and in a long manual some words meet by chance.</summary>
    private const int MaxSentences = 4;

    /// <summary>Letters of a word and what parts it from the next, on average.</summary>
    private const int LettersPerWord = 5;

    /// <summary>The first part that holds a pattern. Items of a list that a line of defence introduces are read as that line.</summary>
    /// <param name="layer">The layer; several rules ask the same one.</param>
    /// <param name="patterns">What to look for.</param>
    public static (int Start, int End)? Find(TextLayer layer, HarmPattern[] patterns)
    {
        foreach (var sentence in SentencesOf(layer))
        {
            if (sentence.Find(patterns) is { } found && !HarmWording.IsInnocent(layer.Plain.Folded[sentence.Extent.Start..sentence.Extent.End]))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The sentences at the start of a layer that speak for themselves.</summary>
    public static HarmSentence[] SentencesOf(TextLayer layer) => layer.Memo.Of(layer, static l => Sentences(l.Plain));

    private static HarmSentence[] Sentences(PlainText plain)
    {
        var text = plain.Folded;
        var quotations = Quotations.Of(text);
        var sentences = new List<HarmSentence>();
        var (isIntroduced, read) = (false, 0);
        foreach (var (from, until) in SentenceSplitter.Of(text))
        {
            if (read == MaxSentences)
            {
                break;
            }

            var single = Words(text, from, until);
            if (single.Count == 0)
            {
                continue;
            }

            read++;
            var words = new List<HarmWord>(single.Count);
            HarmVocabulary.BuiltIn.Phrases.Join(text, single, words);
            var sentence = new HarmSentence(text, words, quotations, HarmVocabulary.BuiltIn);
            isIntroduced &= text[from] is '-' or '*' or '\u2022';
            if (!isIntroduced)
            {
                sentences.Add(sentence);
            }

            isIntroduced |= text[until - 1] == ':' && sentence.IsOfDefence;
        }

        return [.. sentences];
    }

    /// <summary>Start and length of each word. Hyphens part words, apostrophes do not, but the ending of a possessive (<c>'s</c>, or the apostrophe behind a plural) is a word of its own.</summary>
    public static List<(int Start, int Length)> Words(string text, int from, int until)
    {
        var words = new List<(int Start, int Length)>(Math.Min(MaxWords, ((until - from) / LettersPerWord) + 1));
        for (var i = from; i < until && words.Count < MaxWords;)
        {
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < until && (IsPart(text[i]) || text[i] == '\''))
            {
                i++;
            }

            var word = text.AsSpan(start, i - start);
            var ending = word.EndsWith("'s", StringComparison.Ordinal) ? 2 : word[^1] == '\'' ? 1 : 0;
            words.Add((start, word.Length - ending));
            if (ending == 2 || (ending == 1 && word.Length > 1 && word[^2] == 's'))
            {
                words.Add((i - ending, ending));
            }
        }

        return words;
    }

    /// <summary>Whether a word is the ending of a possessive, however it is spelled.</summary>
    public static bool IsPossessive(ReadOnlySpan<char> word) => word is "'s" or "'";

    private static bool IsPart(char c) => char.IsLetterOrDigit(c);
}
