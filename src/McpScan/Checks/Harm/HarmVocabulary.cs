using System.Collections.Immutable;
using McpScan.Language;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks.Harm;

/// <summary>The words of <c>catalogs/lists/harm.yaml</c> by class, and the patterns of its sets. Immutable once read.</summary>
internal sealed class HarmVocabulary
{
    private static readonly Lazy<HarmVocabulary> Made = new(static () => new HarmVocabulary(HarmList.Entries));

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
        (Opener, Deeds) = (_classes.Of(HarmClasses.Opener), _classes.Of("crime", "offence", "misdeed"));
        (Defence, Aftermath, Search, Denial) = (_classes.Of("defence"), _classes.Of("aftermath"), _classes.Of("search"), _classes.Of("deny"));
        ActOfDefence = _classes.Of("defence-act");
        (Subject, Care, Halt) = (_classes.Of("subject"), _classes.Of("care"), _classes.Of("halt"));
        (Naming, Carrier, Offence) = (_classes.Of("naming"), _classes.Of("carrier"), _classes.Of("offence"));
        (NamingLast, Avert) = (_classes.Of("naming-last"), _classes.Of("avert"));
    }

    public static HarmVocabulary BuiltIn => Made.Value;

    /// <summary>Classes of acts.</summary>
    public ClassSet Verbs { get; }

    /// <summary>Classes that count anywhere in a sentence.</summary>
    public ClassSet Marks { get; }

    /// <summary>The class of the word that opens a clause.</summary>
    public ClassSet Opener { get; }

    /// <summary>Words that turn a sentence into one of finding, stopping or testing.</summary>
    public ClassSet Defence { get; }

    /// <summary>Words that do the same only where they are verbs: <c>reports</c>, but not a report.</summary>
    public ClassSet ActOfDefence { get; }

    /// <summary>Words that turn what stands right before them into something that is found, stopped or tested.</summary>
    public ClassSet Aftermath { get; }

    /// <summary>Words of which what stands before them is only the subject: <c>a fraud report</c>.</summary>
    public ClassSet Subject { get; }

    /// <summary>Words that show, wherever they stand, that the people concerned asked for it, agreed or are told.</summary>
    public ClassSet Care { get; }

    /// <summary>Words that end what is done behind them: <c>stops sales to addicts</c>.</summary>
    public ClassSet Halt { get; }

    /// <summary>Words that look for things, be they good or bad.</summary>
    public ClassSet Search { get; }

    /// <summary>Words that deny, or say that it only might be.</summary>
    public ClassSet Denial { get; }

    /// <summary>Words that turn a name around where they stand first or last in it.</summary>
    public ClassSet Naming { get; }

    /// <summary>Words that turn a name around only where they stand last: <c>fraud insurance</c>, not <c>insurance fraud</c>.</summary>
    public ClassSet NamingLast { get; }

    /// <summary>Words that turn the mark behind them into what is avoided: <c>to avoid a blackout</c>.</summary>
    public ClassSet Avert { get; }

    /// <summary>Words behind an offence in a name that only carry it, such as kit.</summary>
    public ClassSet Carrier { get; }

    /// <summary>Offences and misdeeds.</summary>
    public ClassSet Deeds { get; }

    /// <summary>Names of offences that say enough wherever they stand in a name.</summary>
    public ClassSet Offence { get; }

    /// <summary>Its words.</summary>
    public HarmPhrases Phrases { get; } = new();

    /// <summary>The patterns of a set.</summary>
    public HarmPattern[] Set(string name) => _sets[name];

    private void Read(string section, DataNode list, ClassSet bit)
    {
        foreach (var item in list.Items)
        {
            var entry = ((ScalarNode)item).Value;
            if (section == "verbs")
            {
                foreach (var (form, forms) in Inflection.OfVerb(entry, []))
                {
                    Phrases.Add(form, forms == VerbForms.Past ? ClassSet.None : bit);
                }
            }
            else if (section == "nouns" && !entry.Contains('/', StringComparison.Ordinal))
            {
                Phrases.Add(entry, bit);
                Phrases.Add(Inflection.Plural(entry), bit);
            }
            else
            {
                foreach (var form in entry.Split('/'))
                {
                    Phrases.Add(form, bit);
                }
            }
        }
    }

    private HarmPattern[] PatternsOf(DataNode set)
    {
        var patterns = new HarmPattern[set.Items.Length];
        for (var i = 0; i < patterns.Length; i++)
        {
            var groups = HarmList.GroupsOf(((ScalarNode)set.Items[i]).Value);
            var with = new ClassSet[groups.Length - 1];
            for (var g = 0; g < with.Length; g++)
            {
                with[g] = _classes.Of(groups[g + 1]);
            }

            patterns[i] = new HarmPattern(_classes.Of(groups[0]), with);
        }

        return patterns;
    }
}
