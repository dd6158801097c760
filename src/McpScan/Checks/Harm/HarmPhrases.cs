using System.Runtime.InteropServices;

namespace McpScan.Checks.Harm;

/// <summary>Words and phrases by their first word, each with its classes.</summary>
internal sealed class HarmPhrases
{
    private readonly Dictionary<string, List<HarmPhrase>> _phrases = new(8192, StringComparer.Ordinal);

    /// <summary>Joins the words of a text in lower case to the phrases of the vocabulary, the longest at each place; the words of a phrase with a gap are also read for themselves.</summary>
    /// <param name="text">The text in lower case.</param>
    /// <param name="words">Start and length of each word.</param>
    /// <param name="joined">Where to add.</param>
    public void Join(string text, List<(int Start, int Length)> words, List<HarmWord> joined)
    {
        var lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < words.Count;)
        {
            var (classes, next, end) = (ClassSet.None, at + 1, at + 1);
            if (lookup.TryGetValue(text.AsSpan(words[at].Start, words[at].Length), out var phrases))
            {
                var second = at + 1 < words.Count ? text[words[at + 1].Start] : '\0';
                foreach (var phrase in phrases)
                {
                    if (phrase.MayGoOn(second) && (phrase.HasGap || next <= at + 1 + phrase.Rest.Length) && phrase.EndOf(text, words, at + 1) is var fit and > 0)
                    {
                        classes |= phrase.Classes;
                        next = phrase.HasGap ? next : fit;
                        end = Math.Max(end, fit);
                    }
                }
            }

            var last = words[end - 1];
            joined.Add(new HarmWord(words[at].Start, last.Start + last.Length, classes));
            at = next;
        }
    }

    /// <summary>Adds a phrase to those that begin with its first word, which are in order from the longest on.</summary>
    public void Add(string entry, ClassSet bit)
    {
        if (bit.IsEmpty)
        {
            return;
        }

        var words = PartsOf(entry);
        var rest = words[1..];
        var choices = HarmPhrase.ChoicesOf(rest);
        foreach (var first in HarmPhrase.HasChoice(words[0]) ? words[0].Split(HarmPhrase.Or) : [words[0]])
        {
            Add(first, rest, choices, bit);
        }
    }

    /// <summary>The words of an entry, as <see cref="HarmText.Words"/> parts those of a text.</summary>
    private static string[] PartsOf(string entry)
    {
        if (entry.AsSpan().IndexOfAny(' ', '-', '\'') < 0)
        {
            return [entry];
        }

        var parts = new List<string>();
        foreach (var word in entry.Split(' ', '-'))
        {
            var end = word.IndexOf('\'', StringComparison.Ordinal);
            var isPossessive = end > 0 && HarmText.IsPossessive(word.AsSpan(end));
            parts.Add(isPossessive ? word[..end] : word);
            if (isPossessive)
            {
                parts.Add(word[end..]);
            }
        }

        return parts[^1][0] == HarmPhrase.Gap ? throw new InvalidOperationException($"harm.yaml: '{entry}' ends in a gap.") : [.. parts];
    }

    private void Add(string first, string[] rest, string[]?[]? choices, ClassSet bit)
    {
        ref var phrases = ref CollectionsMarshal.GetValueRefOrAddDefault(_phrases, first, out _);
        phrases ??= new List<HarmPhrase>(1);
        var place = 0;
        for (; place < phrases.Count && phrases[place].Rest.Length >= rest.Length; place++)
        {
            if (phrases[place].Rest.AsSpan().SequenceEqual(rest))
            {
                phrases[place].Classes |= bit;
                return;
            }
        }

        phrases.Insert(place, new HarmPhrase(rest, choices) { Classes = bit });
    }
}
