using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>
/// Finds a phrase that offers harm: a verb of catalogs/lists/harmful-phrases.yaml that is soon followed by one of its objects, in a sentence where no word
/// of defence stands before it or right behind it. So <c>installs a keylogger</c> is found and <c>detects programs that install a keylogger</c> is not.
/// </summary>
public sealed class HarmfulAct : ICheck
{
    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?;\n");
    private const int MaxWords = 4000;
    private const int ShortWord = 4;
    private Phrases? _phrases;

    public string Name => "harmful-act";

    public string Summary => "Finds a verb of harm with its object, told by the direction of the sentence from text that detects, prevents or denies the same.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public ImmutableArray<ImmutableArray<string>> Required(CheckArguments arguments) => [Stems(Lists.BuiltIn, "verbs"), Stems(Lists.BuiltIn, "objects")];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry?.Node is not ScalarNode text)
        {
            yield break;
        }

        var phrases = _phrases ??= Phrases.Read(input.Lists);
        var value = text.Value;
        List<(int Start, int Length)>? words = null;
        var sentence = 0;
        foreach (var (start, length, opensSentence) in Words(value))
        {
            sentence = opensSentence ? start : sentence;
            if (phrases.Acts.TryGetValue(value.AsSpan(start, length), out var acts))
            {
                words ??= [.. Words(value).Select(static w => (w.Start, w.Length))];
                if (ObjectEnd(value, words, start, acts) is { } end
                    && !IsDefence(value, words, sentence, start, phrases.Defences)
                    && !IsTurnedAround(value, words, end, phrases.Defences))
                {
                    yield return Hit.In(text, start, end - start, input.Entry.Key);
                    yield break;
                }
            }
        }
    }

    /// <summary>Whether a word of defence stands before the verb in its sentence.</summary>
    private static bool IsDefence(string text, List<(int Start, int Length)> words, int sentence, int verb, ImmutableArray<string> defences)
    {
        foreach (var (start, length) in words)
        {
            if (start >= sentence && start < verb && Begins(text.AsSpan(start, length), defences))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What every form of a verb, or of the first word of an object, begins with.</summary>
    private static ImmutableArray<string> Stems(Lists lists, string member)
    {
        var stems = ImmutableArray.CreateBuilder<string>();
        foreach (var item in lists.Entries("harmful-phrases") is { } entries ? entries.Items : [])
        {
            foreach (var phrase in item[member] is { } phrases ? phrases.Items : [])
            {
                var word = ((ScalarNode)phrase).Value.Split(' ')[0];
                stems.Add(word[^1] is 'e' or 'y' ? word[..^1] : word);
            }
        }

        return stems.ToImmutable();
    }

    /// <summary>Whether what follows is a word of defence: a malicious package <em>detection</em> is no malicious package.</summary>
    private static bool IsTurnedAround(string text, List<(int Start, int Length)> words, int end, ImmutableArray<string> defences)
    {
        var next = words.FindIndex(w => w.Start >= end);
        for (var i = next; i >= 0 && i < Math.Min(next + 2, words.Count); i++)
        {
            if (text.AsSpan(end, words[i].Start - end).ContainsAny(Stops))
            {
                return false;
            }

            if (Begins(text.AsSpan(words[i].Start, words[i].Length), defences))
            {
                return true;
            }
        }

        return false;
    }

    private static int? ObjectEnd(string text, List<(int Start, int Length)> words, int verb, ImmutableArray<Act> acts)
    {
        var first = words.FindIndex(w => w.Start == verb) + 1;
        foreach (var act in acts)
        {
            for (var i = first; i < words.Count && i < first + act.Within; i++)
            {
                if (text.AsSpan(words[i - 1].Start, words[i].Start - words[i - 1].Start).ContainsAny(Stops))
                {
                    break;
                }

                foreach (var wanted in act.Objects)
                {
                    if (EndOf(text, words, i, wanted) is { } end)
                    {
                        return end;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>Where an object of one or more words ends that begins with word <paramref name="at"/>, or null.</summary>
    private static int? EndOf(string text, List<(int Start, int Length)> words, int at, string[] wanted)
    {
        for (var i = 0; i < wanted.Length; i++)
        {
            if (at + i >= words.Count || !Fits(text.AsSpan(words[at + i].Start, words[at + i].Length), wanted[i]))
            {
                return null;
            }
        }

        var last = words[at + wanted.Length - 1];
        return last.Start + last.Length;
    }

    // A long word fits with any ending: credential also finds credentials.
    private static bool Fits(ReadOnlySpan<char> word, string wanted) =>
        wanted.Length > ShortWord ? word.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
        : word.Equals(wanted, StringComparison.OrdinalIgnoreCase) || (word.Length == wanted.Length + 1 && word[^1] is 's' && word.StartsWith(wanted, StringComparison.OrdinalIgnoreCase));

    private static bool Begins(ReadOnlySpan<char> word, ImmutableArray<string> stems)
    {
        foreach (var stem in stems)
        {
            if (Fits(word, stem))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(int Start, int Length, bool OpensSentence)> Words(string text)
    {
        var opens = true;
        var count = 0;
        for (var i = 0; i < text.Length && count < MaxWords;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                opens |= text[i] is '!' or '?' or ';' or '\n' || (text[i] == '.' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            yield return (start, i - start, opens);
            opens = false;
            count++;
        }
    }

    /// <summary>Objects of a verb, each as its words, and how many words may stand between.</summary>
    private sealed record Act(string[][] Objects, int Within);

    private sealed record Phrases(FrozenDictionary<string, ImmutableArray<Act>>.AlternateLookup<ReadOnlySpan<char>> Acts, ImmutableArray<string> Defences)
    {
        public static Phrases Read(Lists lists)
        {
            var acts = new Dictionary<string, ImmutableArray<Act>>(StringComparer.OrdinalIgnoreCase);
            foreach (var item in lists.Entries("harmful-phrases") is { } entries ? entries.Items : [])
            {
                var objects = Texts(item["objects"]).Select(static o => o.Split(' ')).ToArray();
                var act = new Act(objects, int.Parse(((ScalarNode)item["within"]!).Value, System.Globalization.CultureInfo.InvariantCulture));
                foreach (var form in Texts(item["verbs"]).SelectMany(Forms))
                {
                    acts[form] = acts.TryGetValue(form, out var known) ? known.Add(act) : [act];
                }
            }

            var table = acts.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
            return new Phrases(table.GetAlternateLookup<ReadOnlySpan<char>>(), [.. lists.Set("defensive-stems").Order(StringComparer.Ordinal)]);
        }

        private static List<string> Texts(DataNode? list)
        {
            var texts = new List<string>();
            foreach (var item in list is null ? [] : list.Items)
            {
                texts.Add(((ScalarNode)item).Value);
            }

            return texts;
        }

        /// <summary>steal, steals, stealing · harvest · jam, jamming · forge, forging · modify, modifies.</summary>
        private static IEnumerable<string> Forms(string verb)
        {
            var stem = verb[^1] is 'e' ? verb[..^1] : verb;
            return verb[^1] is 'y' ? [verb, stem[..^1] + "ies", verb + "ing", verb + "s"] : new[] { verb, verb + "s", verb + "es", stem + "ing", stem + stem[^1] + "ing" }.Distinct(StringComparer.Ordinal);
        }
    }
}
