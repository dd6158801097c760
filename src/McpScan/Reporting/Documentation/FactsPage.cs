using System.Text;
using McpScan.Language;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Reporting.Documentation;

/// <summary>docs/facts.md: what rules can ask of a sentence.</summary>
public static class FactsPage
{
    private const int Words = 8;

    /// <summary>What the facts mean that no word carries alone.</summary>
    private static readonly Dictionary<Fact, string> Derived = new()
    {
        [Fact.Demanded] = "the act is demanded of the model: by a word of duty, of the model itself, or as an imperative that does not only say what the tool does",
        [Fact.Duty] = "a word of duty rules the act",
        [Fact.Imperative] = "the act stands in the imperative; in another language, the sentence has an act at all",
        [Fact.ByAgent] = "the model is the one who acts",
        [Fact.ThirdAgent] = "the model is said to act, in the third person",
        [Fact.Described] = "the act is said to happen: what the tool, the server or somebody else does",
        [Fact.Optional] = "the act is allowed, not demanded; *innocent*",
        [Fact.Negated] = "the act is denied or forbidden",
        [Fact.Quoted] = "the sentence quotes several words; acts in a quotation are not read",
        [Fact.Reported] = "the sentence speaks of attacks, or of what is detected; *innocent*",
        [Fact.Example] = "the act stands behind *for example* and the like; *innocent*",
        [Fact.Opening] = "the first sentence of a description, or an item of a list, where documentation speaks in the imperative",
        [Fact.Passive] = "the act is put in the passive",
        [Fact.SelfUse] = "when or how to use the tool itself; *innocent*",
        [Fact.Foreign] = "the sentence is in a language other than English, whose word order is not judged; *innocent*",
        [Fact.AnyTool] = "a word for any, every or all before a word for a tool or an occasion of using one",
        [Fact.OtherTool] = "a word for other, built-in, standard and so on before a word for a tool",
        [Fact.OwnTool] = "a name that a tool of this server has, or that shares a noun with one",
        [Fact.ForeignTool] = "a name, spelled as programs do, that nothing of this server has",
        [Fact.NeighbourTool] = "a distinctive name of a tool of another server that is installed together with this one",
        [Fact.SecretFile] = "the name of a file that holds secrets",
        [Fact.HiddenPlace] = "a path where nobody looks: temporary and hidden files, jobs of the system",
        [Fact.Address] = "a URL or a host",
        [Fact.Mailbox] = "an e-mail address",
        [Fact.UserWords] = "the user's question, request or wish, or a verbatim one",
        [Fact.UserChoice] = "what the user wants, gives or names",
        [Fact.YourReply] = "the model's own answer",
        [Fact.Overrule] = "the user's choice behind a word that sets it aside",
        [Fact.Outranks] = "a claim of rank before the user, instructions or other tools",
        [Fact.Vocative] = "the model is spoken to: *Assistant, …*",
        [Fact.Identifier] = "a name spelled as programs do",
        [Fact.VerbName] = "such a name that begins with a verb",
        [Fact.Hidden] = "in a comment of markup, out of view, or in a code",
        [Fact.Encoded] = "in what a code decodes to",
        [Fact.InName] = "the text is a name",
        [Fact.InTitle] = "the text is a title",
        [Fact.InDescription] = "the text is a description, instructions or the body of a prompt",
        [Fact.InParameter] = "the text describes a parameter, also as a line of a docstring",
        [Fact.InValue] = "the text is a default, a constant, an example or an enum value",
        [Fact.InOutput] = "the text stands in the output schema",
        [Fact.InMeta] = "the text stands elsewhere in the definition",
    };

    public static string Render()
    {
        var page = new StringBuilder("""
            # Facts

            What the checks [statement](checks.md#statement) and [signals](checks.md#signals) ask of a sentence. Every text is read once: as it stands, normalised, and
            decoded. A sentence makes a statement for each act in it: the act, how it is put, what it is about, and what the sentence says of force, scope and pretext.
            A test names facts that must meet in one statement: `negated, tell|disclose, user, !display` is *tell* or *disclose*, denied, to the user, and not about how to
            display things. Facts marked *innocent* let a statement pass unless the test names them, as `foreign` or as `?foreign`.


            """);
        var words = WordsByFact();
        page.Append(MarkdownText.Head("fact", "what it is", "words, for example"));
        foreach (var name in FactNames.All.Order(StringComparer.Ordinal))
        {
            var fact = FactNames.Find(name)!.Value;
            var examples = words.TryGetValue(name, out var some) ? string.Join(", ", some.Take(Words)) : "";
            page.Append(MarkdownText.Row(MarkdownText.Code(name), Derived.GetValueOrDefault(fact, ""), MarkdownText.Prose(examples)));
        }

        return Page.Finish(page);
    }

    private static Dictionary<string, List<string>> WordsByFact()
    {
        var words = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var section in Lists.BuiltIn.Entries("lexicon-english")!.Members)
        {
            foreach (var member in section.Value.Members)
            {
                if (!words.TryGetValue(member.Name.Value, out var list))
                {
                    words.Add(member.Name.Value, list = []);
                }

                foreach (var item in member.Value.Items)
                {
                    list.Add(((ScalarNode)item).Value.Split('/')[0]);
                }
            }
        }

        return words;
    }
}
