using System.Collections.Immutable;
using McpScan.Language;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks.Harm;

/// <summary>The words of <c>catalogs/lists/harm.yaml</c> by class, and the patterns of its sets. Immutable once read.</summary>
internal sealed class HarmVocabulary
{
    private const string List = "harm";
    private const string Opening = "do";
    private const char Gap = '~';

    private static readonly Lazy<HarmVocabulary> Made = new(static () => new HarmVocabulary(Lists.BuiltIn.Entries(List)!));

    private readonly Dictionary<string, UInt128> _classes = new(StringComparer.Ordinal) { [Opening] = UInt128.One };
    private readonly Dictionary<string, List<Phrase>> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<HarmPattern>> _sets = new(StringComparer.Ordinal);

    private HarmVocabulary(DataNode entries)
    {
        Verbs = ReadWords(entries["verbs"]!, static entry => Inflection.OfVerb(entry, []).Where(static form => form.Forms != VerbForms.Past).Select(static form => form.Form));
        ReadWords(entries["nouns"]!, static entry => entry.Contains('/', StringComparison.Ordinal) ? entry.Split('/') : [entry, Inflection.Plural(entry)]);
        ReadWords(entries["words"]!, static entry => [entry]);
        Marks = ReadWords(entries["marks"]!, static entry => [entry]);
        ReadWords(entries["turns"]!, static entry => [entry]);
        foreach (var phrases in _phrases.Values)
        {
            phrases.Sort(static (one, other) => other.Rest.Length - one.Rest.Length);
        }

        foreach (var set in entries["sets"]!.Members)
        {
            _sets.Add(set.Name.Value, [.. Texts(set.Value).Select(PatternOf)]);
        }
    }

    public static HarmVocabulary BuiltIn => Made.Value;

    /// <summary>Classes of acts.</summary>
    public UInt128 Verbs { get; }

    /// <summary>Classes that count anywhere in a sentence.</summary>
    public UInt128 Marks { get; }

    /// <summary>The class of the word that opens a clause.</summary>
    public UInt128 Opener => _classes[Opening];

    /// <summary>Words that turn a sentence into one of finding, stopping or testing.</summary>
    public UInt128 Defence => _classes["defence"];

    /// <summary>Words that turn what stands right before them into something that is found, stopped or tested.</summary>
    public UInt128 Aftermath => _classes["aftermath"];

    /// <summary>Words that look for things, be they good or bad.</summary>
    public UInt128 Search => _classes["search"];

    public UInt128 Denial => _classes["deny"];

    /// <summary>Words that turn a name around where they stand first or last in it.</summary>
    public UInt128 Naming => _classes["naming"];

    /// <summary>Words that turn a name around wherever they stand.</summary>
    public UInt128 Against => _classes["against"];

    /// <summary>Words behind an offence in a name that only carry it, such as kit.</summary>
    public UInt128 Carrier => _classes["carrier"];

    /// <summary>Offences and misdeeds.</summary>
    public UInt128 Deeds => _classes["crime"] | _classes["misdeed"];

    /// <summary>The patterns of a set.</summary>
    public ImmutableArray<HarmPattern> Set(string name) => _sets[name];

    /// <summary>Whether there is a set of that name, asked without reading the words.</summary>
    public static bool Contains(string set) => Lists.BuiltIn.Entries(List)?["sets"]?[set] is not null;

    /// <summary>Joins the words of a text in lower case to the phrases of the vocabulary, the longest at each place; the words of a phrase with a gap are also read for themselves.</summary>
    /// <param name="text">The text in lower case.</param>
    /// <param name="words">Start and length of each word.</param>
    /// <param name="joined">Where to add.</param>
    public void Join(string text, IReadOnlyList<(int Start, int Length)> words, List<HarmWord> joined)
    {
        var lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < words.Count;)
        {
            var (classes, next, end) = (UInt128.Zero, at + 1, at + 1);
            if (lookup.TryGetValue(text.AsSpan(words[at].Start, words[at].Length), out var phrases))
            {
                foreach (var phrase in phrases)
                {
                    if ((phrase.HasGap || next <= at + 1 + phrase.Rest.Length) && phrase.EndOf(text, words, at + 1) is var fit and > 0)
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

    /// <summary>For each pattern of a set the words of the rarest class group that it asks for: a text without any of them holds no such pattern.</summary>
    public static ImmutableArray<string> Literals(string set)
    {
        var entries = Lists.BuiltIn.Entries(List)!;
        var literals = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var pattern in Texts(entries["sets"]![set]!))
        {
            literals.UnionWith(Groups(pattern).Where(static group => group != Opening).Select(group => LiteralsOf(entries, group)).MinBy(static words => words.Count)!);
        }

        return [.. literals];
    }

    private static List<string> LiteralsOf(DataNode entries, string group)
    {
        var literals = new List<string>();
        foreach (var section in entries.Members)
        {
            foreach (var name in section.Name.Value == "sets" ? [] : group.Split('|'))
            {
                foreach (var entry in section.Value[name] is { } list ? Texts(list) : [])
                {
                    literals.AddRange(entry.Split('/').Select(static form => StemOf(form.Split(' ', '-').Where(static word => word[0] != Gap).MaxBy(static word => word.Length)!)));
                }
            }
        }

        return literals;
    }

    /// <summary>What every form of a word begins with.</summary>
    private static string StemOf(string word) => word.Length > 3 && word[^1] is 'e' or 'y' ? word[..^1] : word.Split('\'')[0];

    private static string[] Groups(string pattern) => pattern.Split(',', StringSplitOptions.TrimEntries);

    private HarmPattern PatternOf(string pattern)
    {
        var groups = Groups(pattern).Select(group => group.Split('|').Aggregate(UInt128.Zero, (bits, name) => bits | _classes[name])).ToArray();
        return new HarmPattern(groups[0], [.. groups.AsSpan(1)]);
    }

    private UInt128 ReadWords(DataNode section, Func<string, IEnumerable<string>> forms)
    {
        var all = UInt128.Zero;
        foreach (var member in section.Members)
        {
            if (!_classes.TryGetValue(member.Name.Value, out var bit))
            {
                _classes.Add(member.Name.Value, bit = UInt128.One << _classes.Count);
            }

            all |= bit;
            foreach (var form in Texts(member.Value).SelectMany(forms))
            {
                Add(form, bit);
            }
        }

        return all;
    }

    private void Add(string entry, UInt128 bit)
    {
        var words = HarmText.Words(entry, 0, entry.Length).Select(word => entry.Substring(word.Start, word.Length)).ToArray();
        if (!_phrases.TryGetValue(words[0], out var phrases))
        {
            _phrases.Add(words[0], phrases = []);
        }

        var rest = words[1..];
        var known = phrases.FindIndex(phrase => phrase.Rest.AsSpan().SequenceEqual(rest));
        var phrase = new Phrase(rest, bit | (known < 0 ? 0 : phrases[known].Classes), rest.Any(static word => word[0] == Gap));
        if (known < 0)
        {
            phrases.Add(phrase);
        }
        else
        {
            phrases[known] = phrase;
        }
    }

    private static List<string> Texts(DataNode list)
    {
        var texts = new List<string>();
        foreach (var item in list.Items)
        {
            texts.Add(((ScalarNode)item).Value);
        }

        return texts;
    }

    /// <summary>What follows the first word of a phrase; <c>~3</c> stands for up to three words.</summary>
    private sealed record Phrase(string[] Rest, UInt128 Classes, bool HasGap)
    {
        /// <summary>Where the phrase ends whose rest begins at a word: the word behind it, or -1 where it does not stand there.</summary>
        public int EndOf(string text, IReadOnlyList<(int Start, int Length)> words, int at) => EndOf(text, words, at, 0);

        private int EndOf(string text, IReadOnlyList<(int Start, int Length)> words, int at, int part)
        {
            for (; part < Rest.Length; part++, at++)
            {
                if (Rest[part][0] == Gap)
                {
                    for (var skipped = Rest[part][1] - '0'; skipped >= 0; skipped--)
                    {
                        if (EndOf(text, words, at + skipped, part + 1) is var end and > 0)
                        {
                            return end;
                        }
                    }

                    return -1;
                }

                if (at >= words.Count || !IsSame(text.AsSpan(words[at].Start, words[at].Length), Rest[part]))
                {
                    return -1;
                }
            }

            return at;
        }

        private static bool IsSame(ReadOnlySpan<char> word, string wanted) => word.SequenceEqual(wanted) || (HarmText.IsPossessive(word) && HarmText.IsPossessive(wanted));
    }
}
