using System.Collections.Immutable;
using McpScan.Checks.Harm;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>
/// Finds names that say that a tool does harm: one that ends in an offence (<c>PayrollTheft</c>), in a misdeed on something that people rely on (<c>grade_manipulation</c>), or
/// begins with a verb of harm and has its object (<c>forge_invoice</c>). Sets <c>name-ends</c> and <c>name-begins</c> of <c>catalogs/lists/harm.yaml</c>.
/// </summary>
internal sealed class HarmfulName : ICheck
{
    private const string Ends = "name-ends";
    private const string Begins = "name-begins";

    public string Name => "harmful-name";

    public string Summary => "Finds a name that says that the tool does harm, by its last word (an offence, or a misdeed on something that people rely on) or by the verb that it begins with.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode name } entry)
        {
            yield break;
        }

        var vocabulary = HarmVocabulary.BuiltIn;
        var words = new List<HarmWord>();
        vocabulary.Phrases.Join(name.Value.ToLowerInvariant(), [.. NameWords.Of(name.Value)], words);
        if (words.Count > 0 && Find(words, vocabulary) is { } word)
        {
            yield return Hit.In(name, word.Start, word.End - word.Start, entry.Key);
        }
    }

    /// <summary>The word that the finding rests on.</summary>
    private static HarmWord? Find(List<HarmWord> words, HarmVocabulary vocabulary)
    {
        if (words[0].Is(vocabulary.Naming) || words[^1].Is(vocabulary.Naming | vocabulary.NamingLast) || words.Exists(word => word.Is(vocabulary.Denial)))
        {
            return null;
        }

        // In "malware injection kit" the offence stands before the words that carry it.
        var last = words.Count - 1;
        while (last > 0 && words[last].Is(vocabulary.Carrier))
        {
            last--;
        }

        last = words[last].Is(vocabulary.Deeds) ? last : words.Count - 1;
        if (Holds(words, last, vocabulary.Set(Ends)))
        {
            return words[last];
        }

        if (Holds(words, 0, vocabulary.Set(Begins)))
        {
            return words[0];
        }

        // In "evil_twin_wifi" nothing turns the offence around.
        var offence = words.FindIndex(word => word.Is(vocabulary.Offence));
        return offence >= 0 && !words.Exists(word => word.Is(vocabulary.Naming)) ? words[offence] : null;
    }

    private static bool Holds(List<HarmWord> words, int act, HarmPattern[] patterns)
    {
        var others = ClassSet.None;
        for (var i = 0; i < words.Count; i++)
        {
            others |= i == act ? ClassSet.None : words[i].Classes;
        }

        foreach (var pattern in patterns)
        {
            if (words[act].Is(pattern.Act) && Array.TrueForAll(pattern.With, wanted => others.Overlaps(wanted)))
            {
                return true;
            }
        }

        return false;
    }
}
