using System.Collections.Concurrent;
using McpScan.Syntax;

namespace McpScan.Language;

/// <summary>The words of one language and what they can mean, from <c>catalogs/lists/lexicon-*.yaml</c>. Immutable once read.</summary>
/// <remarks>
/// Entries are <c>{ verbs, nouns, words }</c>, each a map from a fact to spellings in lower case without accents. Verbs come in all their English forms,
/// nouns in the plural too, words as they stand. A spelling that ends in <c>*</c> is a stem. Irregular forms are written behind a stroke: <c>send/sent</c>.
/// </remarks>
public sealed class Lexicon
{
    /// <summary>The longest entry in words.</summary>
    public const int MaxPhrase = 6;

    private const int MinStem = 2;

    private readonly Dictionary<string, Lexeme> _words;
    private readonly Dictionary<string, FactSet> _stems = new(StringComparer.Ordinal);
    private readonly bool _isInflected;
    private int _longest;

    /// <param name="entries">The entries of a list file.</param>
    /// <param name="isInflected">Whether verbs and nouns get their English forms; other languages list theirs or give stems.</param>
    public Lexicon(DataNode entries, bool isInflected)
    {
        _isInflected = isInflected;
        _words = new Dictionary<string, Lexeme>(Room(entries) * (isInflected ? 2 : 1), StringComparer.Ordinal);
        foreach (var section in entries.Members)
        {
            foreach (var member in section.Value.Members)
            {
                var facts = FactSet.Of(FactNames.Find(member.Name.Value) ?? throw new InvalidOperationException($"'{member.Name.Value}' is no fact."));
                foreach (var item in member.Value.Items)
                {
                    Add(((ScalarNode)item).Value, facts, isInflected ? section.Name.Value : "words");
                }
            }
        }
    }

    /// <summary>The length of the longest spelling in UTF-16 units.</summary>
    public int Longest => _longest;

    /// <summary>What the lexicon says of a spelling in lower case; false where nothing.</summary>
    public bool TryFind(ReadOnlySpan<char> spelling, out Lexeme lexeme)
    {
        lexeme = default;
        return spelling.Length <= _longest && _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(spelling, out lexeme);
    }

    /// <summary>What the longest stem that the word begins with means.</summary>
    public FactSet FindStem(ReadOnlySpan<char> word)
    {
        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, _longest); _stems.Count > 0 && length >= MinStem; length--)
        {
            if (stems.TryGetValue(word[..length], out var facts))
            {
                return facts;
            }
        }

        return FactSet.None;
    }

    /// <summary>About as many words as there will be, so that no table is made that is thrown away.</summary>
    private static int Room(DataNode entries)
    {
        var items = 0;
        foreach (var section in entries.Members)
        {
            foreach (var member in section.Value.Members)
            {
                items += member.Value.Items.Length;
            }
        }

        return items;
    }

    private void Add(string entry, FactSet facts, string section)
    {
        var strokes = entry.Split('/');
        var spelling = strokes[0];
        if (spelling[^1] == '*')
        {
            var stem = spelling[..^1];
            _stems.TryGetValue(stem, out var known);
            _stems[stem] = known | facts;
            return;
        }

        switch (section)
        {
            case "verbs":
                foreach (var (form, forms) in Inflection.OfVerb(spelling, strokes.AsSpan(1)))
                {
                    Put(form, facts, forms);
                }

                break;
            case "nouns":
                Put(spelling, facts, VerbForms.None);
                Put(Inflection.Plural(spelling), facts, VerbForms.None);
                break;
            default:
                Put(spelling, facts, VerbForms.None);
                break;
        }
    }

    private void Put(string spelling, FactSet facts, VerbForms forms)
    {
        _words.TryGetValue(spelling, out var known);
        var all = known.Facts | facts;
        var isPhrase = spelling.Contains(' ', StringComparison.Ordinal);
        var isRemark = isPhrase && forms == VerbForms.None && known.Forms == VerbForms.None && !all.Overlaps(FactGroups.Grammar) && !all.Overlaps(FactGroups.Objects);
        _words[spelling] = new Lexeme(all, known.Forms | forms, known.IsStart, isRemark);
        _longest = Math.Max(_longest, spelling.Length);

        // Other languages join words by an apostrophe: "n'en parlez pas" begins with "n".
        var end = _isInflected ? spelling.IndexOf(' ', StringComparison.Ordinal) : spelling.AsSpan().IndexOfAny(' ', '\'');
        if (end > 0)
        {
            var first = spelling[..end];
            _words.TryGetValue(first, out var start);
            _words[first] = start with { IsStart = true };
        }
    }
}
