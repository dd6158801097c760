using McpScan.Language;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>
/// Reads what a tool is said to do. In a name the first verb decides, so that <c>list_deleted_files</c> lists; in a description the verbs that open a sentence, and
/// those that a comma or <c>and</c> joins to them, so that what others do, or what is denied, is not taken for the tool's own.
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
        var words = _phrase;
        var verb = VerbOf(words);
        if (verb < 0)
        {
            return;
        }

        var end = verb + 1;
        while (end < words.Count && !words[end].Sense.Has(Marks.Stop) && !IsBeforeNextVerb(words, end))
        {
            end++;
        }

        var goal = ActObject.In(words, verb + 1, end);
        Add(acts, name, words, verb, goal.Thing is null ? BeforeVerb(words, verb, goal) : goal, isName: true);
    }

    /// <summary>Whether a second act begins behind a word: <c>search_trials_and_save_results</c>.</summary>
    private static bool IsBeforeNextVerb(Phrase words, int at) =>
        words.WordAt(at) is "and" or "then" && at + 1 < words.Count && words[at + 1].Sense is { CanAct: true, Thing: null };

    /// <summary>
    /// What the words before the verb say where those behind it name nothing that is known: <c>channels_list</c>. The browser of <c>browser_scroll_page</c> goes
    /// before an unknown word.
    /// </summary>
    private static ActObject BeforeVerb(Phrase words, int verb, ActObject behind)
    {
        var before = ActObject.In(words, 0, verb);
        if (behind.IsNothing && (before.Thing is not null || verb == words.Count - 1))
        {
            behind = before;
        }

        for (var i = 0; i < verb && behind.Thing is null; i++)
        {
            behind = words[i].Sense.Thing is { Nature: "browser" or "desktop" } thing ? new ActObject(thing, "", i) : behind;
        }

        return behind;
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
            Add(acts, description, words, verb, place, isName: false, isFrom ? Deed.Read : null);
            return;
        }

        Add(acts, description, words, verb, goal, isName: false);
        if (goal.Thing is not { Nature: "file" } && ActObject.Behind(words, end) is { Thing.Nature: "file" } target && words.WordAt(end) is "to"
            && words.WordAt(end - 1) is not ("path" or "paths" or "link" or "links" or "access"))
        {
            Add(acts, description, words, verb, target, isName: false, Deed.Create);
        }
    }

    private static bool IsHeading(string text, Token token) =>
        token.End < text.Length && text[token.End] == ':' && text.AsSpan(token.Start, token.Length) is "Args" or "Parameters" or "Returns" or "Example" or "Examples" or "Usage" or "Note" or "Arguments" or "Return" or "Params";

    /// <summary>The word of a name that is its verb, or -1: the first that is a verb and nothing else, else the first that can be one.</summary>
    private static int VerbOf(Phrase words)
    {
        var either = -1;
        for (var i = 0; i < words.Count; i++)
        {
            var sense = words[i].Sense;

            // Behind the first word an s makes a plural: zia_list_tags tags nothing.
            if (!sense.CanAct || (i > 0 && !sense.Forms.HasFlag(VerbForms.Base)))
            {
                continue;
            }

            if (sense.Thing is null && (i == 0 || i < words.Count - 1 || !sense.Has(Marks.Light)))
            {
                // What was a noun or a verb and comes first is the verb of a longer name: email_search_results is none, post_message is one.
                return either == 0 && i > 1 ? either : i;
            }

            either = either < 0 ? i : either;
        }

        // What can be a verb and comes first is a noun where the name ends in a verb: a message_list lists.
        return either >= 0 && words[words.Count - 1].Sense is { CanAct: true, Thing: null } ? words.Count - 1 : either;
    }

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

    private static void Add(List<Act> acts, ScalarNode text, Phrase words, int verb, ActObject goal, bool isName, Deed? instead = null)
    {
        var (token, sense) = (words[verb], words[verb].Sense);
        var head = goal.IsNothing ? token : words[goal.Head];
        var deed = instead ?? (sense.Other != Deed.None && Prefers(sense.Other, goal.Thing) ? sense.Other : sense.Deed);
        var thing = goal.Thing ?? (goal.IsNothing && deed is Deed.Send or Deed.Pay ? sense.Thing : null);
        acts.Add(new Act(deed, thing, goal.Unknown, text, Math.Min(token.Start, head.Start), Math.Max(token.End, head.End), isName));
    }

    /// <summary>Whether a verb of two deeds means the second one, seen what it is done to: one starts a note and a process in different ways.</summary>
    private static bool Prefers(Deed other, Thing? thing) => other switch
    {
        Deed.Execute => thing is { Nature: "shell" or "command" or "process" or "code" or "cloud" or "agent" },
        Deed.Pay => thing is { Nature: "money" },
        Deed.Change => thing is { Nature: "browser" or "desktop" },
        Deed.Send or Deed.Create => thing is { IsChannel: true },
        _ => false,
    };
}
