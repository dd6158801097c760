using McpScan.Language;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>
/// Reads what a tool is said to do. In a name the first verb decides, so that <c>list_deleted_files</c> lists; in a description the verbs that open a sentence, and
/// those that a comma or <c>and</c> joins to them, so that what others do, or what is denied, is not taken for the tool's own.
/// </summary>
internal sealed class ActReader(Vocabulary words)
{
    private const int MaxDescription = 500;
    private const int MaxObject = 10;
    private const int MaxUnknown = 3;

    private readonly Phrase _phrase = new();

    /// <summary>Adds the act that a name speaks of.</summary>
    public void ReadName(ScalarNode name, List<Act> acts)
    {
        _phrase.ReadName(name.Value, words);
        var tokens = _phrase.Tokens;
        var verb = VerbOf(tokens);
        if (verb < 0)
        {
            return;
        }

        var end = verb + 1;
        while (end < tokens.Count && !tokens[end].Sense.Has(Marks.Stop))
        {
            end++;
        }

        var (thing, unknown, head) = ObjectOf(name.Value, tokens, verb + 1, end);
        if (thing is null && unknown.Length == 0)
        {
            (thing, unknown, head) = ObjectOf(name.Value, tokens, 0, verb);
        }

        Add(acts, name, tokens, verb, thing, unknown, head, isName: true);
    }

    /// <summary>Adds the acts that the beginning of a description speaks of.</summary>
    public void ReadDescription(ScalarNode description, List<Act> acts)
    {
        _phrase.ReadText(description.Value, MaxDescription, words);
        var tokens = _phrase.Tokens;
        var isOpen = true;
        var joins = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Break && IsHeading(description.Value, token))
            {
                return;
            }

            isOpen |= token.Break;
            joins = !token.Break && (joins || token.Comma);
            var word = description.Value.AsSpan(token.Start, token.Length);
            if (word is "and" or "or" or "then" or "And" or "AND")
            {
                joins = true;
                continue;
            }

            if ((isOpen || joins) && token.Sense.CanAct && !IsNoun(tokens, i, isOpen))
            {
                var end = ObjectEnd(tokens, i + 1, description.Value);
                var (thing, unknown, head) = ObjectOf(description.Value, tokens, i + 1, end);
                Add(acts, description, tokens, i, thing, unknown, head, isName: false);
                (isOpen, joins) = (false, false);
                joins = true;
                continue;
            }

            isOpen &= token.Sense.Has(Marks.Opener) || word.EndsWith("ly", StringComparison.OrdinalIgnoreCase);
            joins &= word.EndsWith("ly", StringComparison.OrdinalIgnoreCase);
        }
    }

    private static bool IsHeading(string text, Token token) =>
        token.End < text.Length && text[token.End] == ':' && text.AsSpan(token.Start, token.Length) is "Args" or "Parameters" or "Returns" or "Example" or "Examples" or "Usage" or "Note" or "Arguments" or "Return" or "Params";

    /// <summary>The word of a name that is its verb, or -1: the first that is a verb and nothing else, else the first that can be one.</summary>
    private static int VerbOf(IReadOnlyList<Token> tokens)
    {
        var either = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            var sense = tokens[i].Sense;
            if (!sense.CanAct)
            {
                continue;
            }

            if (sense.Thing is null && (i == 0 || !sense.Has(Marks.Light)))
            {
                // What was a noun or a verb and comes first is the verb of a longer name: email_search_results is none, post_message is one.
                return either == 0 && i > 1 ? either : i;
            }

            either = either < 0 ? i : either;
        }

        return either;
    }

    /// <summary>Whether a word that can be a verb stands where a noun stands: before a verb that is nothing else, or at the end of an enumeration of nouns.</summary>
    private static bool IsNoun(IReadOnlyList<Token> tokens, int at, bool isOpen)
    {
        if (tokens[at].Sense.Thing is null)
        {
            return false;
        }

        var isLast = at + 1 == tokens.Count || tokens[at + 1].Break;
        return isLast ? !isOpen : tokens[at + 1].Sense.Has(Marks.Stop) ? !isOpen : tokens[at + 1].Sense is { IsVerb: true, Thing: null } next && next.Forms.HasFlag(VerbForms.Third);
    }

    private static int ObjectEnd(IReadOnlyList<Token> tokens, int from, string text)
    {
        var end = from;
        while (end < tokens.Count && end < from + MaxObject && !tokens[end].Break && !tokens[end].Sense.Has(Marks.Stop))
        {
            var word = text.AsSpan(tokens[end].Start, tokens[end].Length);
            if ((tokens[end].Comma || word is "and" or "or" or "then") && end > from)
            {
                break;
            }

            end++;
        }

        return end;
    }

    /// <summary>What the words from one to another name: the thing that the last of them is, where the words behind it are light.</summary>
    private static (Thing? Thing, string Unknown, int Head) ObjectOf(string text, IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var i = LastOf(text, tokens, from, to); i >= from; i--)
        {
            var sense = tokens[i].Sense;
            if (sense.Thing is { } thing)
            {
                return (thing, "", i);
            }

            if (!sense.Has(Marks.Light) && !sense.Has(Marks.Opener))
            {
                return (null, UnknownOf(text, tokens, from, i), i);
            }
        }

        return (null, "", -1);
    }

    /// <summary>The last word before <c>of</c>, where that is not light: the path of a file is a path, a list of files is files.</summary>
    private static int LastOf(string text, IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (text.AsSpan(tokens[i].Start, tokens[i].Length) is "of" && !tokens[i - 1].Sense.Has(Marks.Light))
            {
                return i - 1;
            }
        }

        return to - 1;
    }

    private static string UnknownOf(string text, IReadOnlyList<Token> tokens, int from, int head)
    {
        var first = head;
        while (first > from && head - first + 1 < MaxUnknown && !tokens[first - 1].Sense.Has(Marks.Light) && !tokens[first - 1].Sense.Has(Marks.Stop))
        {
            first--;
        }

        var parts = new string[head - first + 1];
        for (var i = first; i <= head; i++)
        {
            parts[i - first] = text.Substring(tokens[i].Start, tokens[i].Length).ToLowerInvariant();
        }

        return string.Join('-', parts);
    }

    private static void Add(List<Act> acts, ScalarNode text, IReadOnlyList<Token> tokens, int verb, Thing? thing, string unknown, int head, bool isName)
    {
        var sense = tokens[verb].Sense;
        var start = head >= 0 ? Math.Min(tokens[verb].Start, tokens[head].Start) : tokens[verb].Start;
        var end = head >= 0 ? Math.Max(tokens[verb].End, tokens[head].End) : tokens[verb].End;
        var deed = sense.Other != Deed.None && Prefers(sense.Other, thing) ? sense.Other : sense.Deed;
        acts.Add(new Act(deed, thing ?? (head < 0 ? sense.Thing : null), unknown, text, start, end, isName));
    }

    /// <summary>Whether a verb of two deeds means the second one, seen what it is done to: one starts a note and a process in different ways.</summary>
    private static bool Prefers(Deed other, Thing? thing) => other switch
    {
        Deed.Execute => thing is { Nature: "shell" or "code" or "cloud" or "agent" },
        Deed.Pay => thing is { Nature: "money" },
        Deed.Change => thing is { Nature: "browser" or "desktop" },
        Deed.Send => thing is { IsChannel: true },
        _ => false,
    };
}
