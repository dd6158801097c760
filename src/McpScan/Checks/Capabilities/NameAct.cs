using McpScan.Language;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>Reads the act that a name speaks of. The first verb decides, so that <c>list_deleted_files</c> lists.</summary>
internal static class NameAct
{
    /// <summary>The act; null where no word is a verb.</summary>
    /// <param name="name">The name.</param>
    /// <param name="words">Its words.</param>
    public static Act? Of(ScalarNode name, Phrase words)
    {
        var verb = VerbOf(words);
        if (verb < 0)
        {
            return null;
        }

        var end = verb + 1;
        while (end < words.Count && !words[end].Sense.Has(Marks.Stop) && !IsBeforeNextVerb(words, end))
        {
            end++;
        }

        var goal = ActObject.In(words, verb + 1, end);
        return Act.Of(name, words, verb, goal.Thing is null ? BeforeVerb(words, verb, goal) : goal, isName: true);
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
}
