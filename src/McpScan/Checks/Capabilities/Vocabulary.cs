using McpScan.Language;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>The words of <c>catalogs/lists/capability-words.yaml</c> in all their forms. Immutable once read.</summary>
internal sealed class Vocabulary
{
    private static readonly Lazy<Vocabulary> Read = new(static () => new Vocabulary(Lists.BuiltIn.Entries("capability-words")!));

    private readonly Dictionary<string, Sense> _words = new(4096, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Sense>.AlternateLookup<ReadOnlySpan<char>> _spans;

    private Vocabulary(DataNode entries)
    {
        foreach (var deeds in entries["verbs"]!.Members)
        {
            AddVerbs(Enum.Parse<Deed>(deeds.Name.Value, ignoreCase: true), deeds.Value);
        }

        Mark(entries["light"], Marks.Light);
        Mark(entries["stops"], Marks.Stop);
        Mark(entries["openers"], Marks.Opener);
        foreach (var thing in entries["things"]!.Members)
        {
            AddThing(Thing.Read(thing.Name.Value, thing.Value), thing.Value["words"]!);
        }

        _spans = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static Vocabulary BuiltIn => Read.Value;

    /// <summary>What a word means, ignoring case; nothing where it is not known.</summary>
    public Sense Find(ReadOnlySpan<char> word) => _spans.TryGetValue(word, out var sense) ? sense : default;

    private void AddVerbs(Deed deed, DataNode verbs)
    {
        foreach (var item in verbs.Items)
        {
            var strokes = ((ScalarNode)item).Value.Split('/');
            foreach (var (form, forms) in Inflection.OfVerb(strokes[0], strokes.AsSpan(1)))
            {
                _words.TryGetValue(form, out var known);
                Put(form, known.IsVerb ? known with { Forms = known.Forms | forms, Other = known.Deed == deed ? known.Other : deed } : known with { Deed = deed, Forms = forms });
            }
        }
    }

    private void AddThing(Thing thing, DataNode words)
    {
        foreach (var item in words.Items)
        {
            var word = ((ScalarNode)item).Value;
            PutThing(word, thing);
            PutThing(Inflection.Plural(word), thing);
        }
    }

    private void PutThing(string word, Thing thing)
    {
        _words.TryGetValue(word, out var known);
        Put(word, known with { Thing = known.Thing ?? thing, Marks = known.Marks & ~Marks.Light });
    }

    private void Mark(DataNode? words, Marks mark)
    {
        foreach (var item in words is null ? [] : words.Items)
        {
            var word = ((ScalarNode)item).Value;
            _words.TryGetValue(word, out var known);
            _words[word] = known with { Marks = known.Marks | mark };
        }
    }

    private void Put(string word, Sense sense)
    {
        _words[word] = sense;
        for (var blank = word.IndexOf(' ', StringComparison.Ordinal); blank > 0; blank = word.IndexOf(' ', blank + 1))
        {
            _words.TryGetValue(word[..blank], out var start);
            _words[word[..blank]] = start with { Marks = start.Marks | Marks.Start };
        }
    }
}
