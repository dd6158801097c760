using System.Collections.Immutable;
using McpScan.Language;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks.Harm;

/// <summary>The words of <c>catalogs/lists/harm.yaml</c> by class, and the patterns of its sets. Immutable once read.</summary>
internal sealed class HarmVocabulary
{
    private static readonly Lazy<HarmVocabulary> Made = new(static () => new HarmVocabulary(HarmList.Entries));

    private readonly Dictionary<string, List<HarmPhrase>> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HarmPattern[]> _sets = new(StringComparer.Ordinal);
    private readonly HarmClasses _classes = new();

    private HarmVocabulary(DataNode entries)
    {
        foreach (var section in entries.Members)
        {
            var isSets = section.Name.Value == HarmList.Sets;
            foreach (var member in isSets ? [] : section.Value.Members)
            {
                Read(section.Name.Value, member.Value, _classes.Declare(member.Name.Value));
            }

            foreach (var set in isSets ? section.Value.Members : [])
            {
                _sets.Add(set.Name.Value, PatternsOf(set.Value));
            }
        }

        Verbs = _classes.Of(entries["verbs"]!);
        Marks = _classes.Of(entries["marks"]!);
        (Opener, Deeds) = (_classes.Of(HarmClasses.Opener), _classes.Of("crime", "misdeed"));
        (Defence, Aftermath, Search, Denial) = (_classes.Of("defence"), _classes.Of("aftermath"), _classes.Of("search"), _classes.Of("deny"));
        (Naming, Carrier) = (_classes.Of("naming"), _classes.Of("carrier"));
    }

    public static HarmVocabulary BuiltIn => Made.Value;

    /// <summary>Classes of acts.</summary>
    public ulong Verbs { get; }

    /// <summary>Classes that count anywhere in a sentence.</summary>
    public ulong Marks { get; }

    /// <summary>The class of the word that opens a clause.</summary>
    public ulong Opener { get; }

    /// <summary>Words that turn a sentence into one of finding, stopping or testing.</summary>
    public ulong Defence { get; }

    /// <summary>Words that turn what stands right before them into something that is found, stopped or tested.</summary>
    public ulong Aftermath { get; }

    /// <summary>Words that look for things, be they good or bad.</summary>
    public ulong Search { get; }

    /// <summary>Words that deny, or say that it only might be.</summary>
    public ulong Denial { get; }

    /// <summary>Words that turn a name around where they stand first or last in it.</summary>
    public ulong Naming { get; }

    /// <summary>Words behind an offence in a name that only carry it, such as kit.</summary>
    public ulong Carrier { get; }

    /// <summary>Offences and misdeeds.</summary>
    public ulong Deeds { get; }

    /// <summary>The patterns of a set.</summary>
    public HarmPattern[] Set(string name) => _sets[name];

    /// <summary>Joins the words of a text in lower case to the phrases of the vocabulary, the longest at each place; the words of a phrase with a gap are also read for themselves.</summary>
    /// <param name="text">The text in lower case.</param>
    /// <param name="words">Start and length of each word.</param>
    /// <param name="joined">Where to add.</param>
    public void Join(string text, List<(int Start, int Length)> words, List<HarmWord> joined)
    {
        var lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < words.Count;)
        {
            var (classes, next, end) = (0UL, at + 1, at + 1);
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

    private void Read(string section, DataNode list, ulong bit)
    {
        foreach (var item in list.Items)
        {
            var entry = ((ScalarNode)item).Value;
            if (section == "verbs")
            {
                foreach (var (form, forms) in Inflection.OfVerb(entry, []))
                {
                    Add(form, forms == VerbForms.Past ? 0 : bit);
                }
            }
            else if (section == "nouns" && !entry.Contains('/', StringComparison.Ordinal))
            {
                Add(entry, bit);
                Add(Inflection.Plural(entry), bit);
            }
            else
            {
                foreach (var form in entry.Split('/'))
                {
                    Add(form, bit);
                }
            }
        }
    }

    /// <summary>Adds a phrase to those that begin with its first word, which are in order from the longest on.</summary>
    private void Add(string entry, ulong bit)
    {
        if (bit == 0)
        {
            return;
        }

        var words = HarmText.Words(entry, 0, entry.Length);
        var rest = new string[words.Count - 1];
        for (var i = 0; i < rest.Length; i++)
        {
            rest[i] = entry.Substring(words[i + 1].Start, words[i + 1].Length);
        }

        var first = entry.Substring(words[0].Start, words[0].Length);
        if (!_phrases.TryGetValue(first, out var phrases))
        {
            _phrases.Add(first, phrases = []);
        }

        var place = 0;
        for (; place < phrases.Count && phrases[place].Rest.Length >= rest.Length; place++)
        {
            if (phrases[place].Rest.AsSpan().SequenceEqual(rest))
            {
                phrases[place].Classes |= bit;
                return;
            }
        }

        phrases.Insert(place, new HarmPhrase(rest) { Classes = bit });
    }

    private HarmPattern[] PatternsOf(DataNode set)
    {
        var patterns = new HarmPattern[set.Items.Length];
        for (var i = 0; i < patterns.Length; i++)
        {
            var groups = HarmList.GroupsOf(((ScalarNode)set.Items[i]).Value);
            var with = new ulong[groups.Length - 1];
            for (var g = 0; g < with.Length; g++)
            {
                with[g] = _classes.Of(groups[g + 1]);
            }

            patterns[i] = new HarmPattern(_classes.Of(groups[0]), with);
        }

        return patterns;
    }
}
