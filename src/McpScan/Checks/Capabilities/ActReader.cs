using McpScan.Language;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>
/// Reads what a tool is said to do: by its name, and in a description by the verbs that open a sentence and those that a comma or <c>and</c> joins to them, so that
/// what others do, or what is denied, is not taken for the tool's own.
/// </summary>
internal sealed class ActReader(Vocabulary vocabulary)
{
    private const int MaxDescription = 500;

    /// <summary>What stands between two verbs of an enumeration: a comma, <c>and</c>, or both.</summary>
    private const int MaxJoint = 6;

    private readonly Phrase _phrase = new();

    /// <summary>Adds the act that a name speaks of.</summary>
    public void ReadName(ScalarNode name, List<Act> acts)
    {
        _phrase.ReadName(name.Value, vocabulary);
        if (NameAct.Of(name, _phrase) is { } act)
        {
            acts.Add(act);
        }
    }

    /// <summary>Adds the acts that the beginning of a description speaks of. What is returned is read where nothing else is said to be done, else it is what was done.</summary>
    public void ReadDescription(ScalarNode description, List<Act> acts)
    {
        _phrase.ReadText(description.Value, MaxDescription, vocabulary);
        var words = _phrase;
        var sentence = new SentenceState();
        var first = acts.Count;
        var sentenceStart = first;
        for (var i = 0; i < words.Count; i++)
        {
            var token = words[i];
            if (token.Break && IsHeading(description.Value, token))
            {
                return;
            }

            sentenceStart = token.Break ? acts.Count : sentenceStart;
            var word = words.WordAt(i);
            if (sentence.Enter(token, word) && IsVerbHere(words, i, sentence) && (acts.Count == first || !word.StartsWith("return", StringComparison.OrdinalIgnoreCase)))
            {
                AddDescribed(acts, description, words, i);
                ShareObject(acts, sentenceStart);
                sentence.Acted(token.Sense.Forms);
            }
            else
            {
                sentence.Pass(token, word);
            }
        }
    }

    /// <summary>Gives the object of the last act to those that are enumerated before it and have none: creates, updates and deletes <em>tasks</em>.</summary>
    private static void ShareObject(List<Act> acts, int from)
    {
        var last = acts[^1];
        for (var i = acts.Count - 2; i >= from && last.Thing is not null && acts[i] is { Thing: null, Unknown: "" } && acts[i + 1].Start - acts[i].End <= MaxJoint; i--)
        {
            acts[i] = acts[i] with { Thing = last.Thing };
        }
    }

    private static void AddDescribed(List<Act> acts, ScalarNode description, Phrase words, int verb)
    {
        var first = !words.EndsBefore(verb + 1) && words.WordAt(verb + 1) is "for" ? verb + 2 : verb + 1;
        var end = ActObject.EndOf(words, first);
        var goal = ActObject.In(words, first, end);
        if (goal.Thing is null && ActObject.Behind(words, end) is { Thing: { } container } place && (goal.IsNothing || container.Nature == "memory"))
        {
            // What is made from something reads it.
            var isFrom = words.WordAt(end) is "from" && words[verb].Sense.Deed != Deed.Delete;
            acts.Add(Act.Of(description, words, verb, place, isName: false, isFrom ? Deed.Read : null));
            return;
        }

        acts.Add(Act.Of(description, words, verb, goal, isName: false));
        if (goal.Thing is not { Nature: "file" } && ActObject.Behind(words, end) is { Thing.Nature: "file" } target && words.WordAt(end) is "to"
            && words.WordAt(end - 1) is not ("path" or "paths" or "link" or "links" or "access"))
        {
            acts.Add(Act.Of(description, words, verb, target, isName: false, Deed.Create));
        }
    }

    private static bool IsHeading(string text, Token token) =>
        token.End < text.Length && text[token.End] == ':' && text.AsSpan(token.Start, token.Length) is "Args" or "Parameters" or "Returns" or "Example" or "Examples" or "Usage" or "Note" or "Arguments" or "Return" or "Params";

    /// <summary>Whether a word is a verb where it stands: not before a verb that is nothing else, and in an enumeration of verbs only in the form of the first.</summary>
    private static bool IsVerbHere(Phrase words, int at, SentenceState sentence)
    {
        var sense = words[at].Sense;
        if (!sense.CanAct || (sentence.IsOpen && sense.Has(Marks.Opener) && !words.EndsBefore(at + 1)))
        {
            return false;
        }

        if (!sentence.IsOpen)
        {
            return sense.Thing is null && !sense.Has(Marks.Light) && (sense.Forms & sentence.Form) != VerbForms.None;
        }

        if (sense.Thing is null)
        {
            return true;
        }

        // What can be a noun and stands alone, or before the verb, is one.
        return words.EndsBefore(at + 1) ? words.Count == 1 : words[at + 1].Sense is not { IsVerb: true, Thing: null } next || !next.Forms.HasFlag(VerbForms.Third);
    }
}
