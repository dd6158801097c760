namespace McpScan.Checks.Capabilities;

/// <summary>What a verb is done to.</summary>
/// <param name="Thing">A thing of the vocabulary; null where the word is not known.</param>
/// <param name="Unknown">Else the unknown words, at most three of them, joined by hyphens.</param>
/// <param name="Head">The word that says it; -1 where nothing does.</param>
internal readonly record struct ActObject(Thing? Thing, string Unknown, int Head)
{
    private const int MaxWords = 10;
    private const int MaxUnknown = 3;

    private static readonly ActObject Nothing = new(null, "", -1);

    /// <summary>Whether no word says what the verb is done to.</summary>
    public bool IsNothing => Head < 0;

    /// <summary>What the words from one to another name: what the last of them is, where the words behind it are light.</summary>
    public static ActObject In(Phrase words, int from, int to)
    {
        for (var i = LastBeforeOf(words, from, to); i >= from; i--)
        {
            var sense = words[i].Sense;
            if (sense.Thing is { } thing)
            {
                return new ActObject(thing, "", i);
            }

            if (!sense.Has(Marks.Light) && !sense.Has(Marks.Opener))
            {
                return new ActObject(null, UnknownOf(words, from, i), i);
            }
        }

        return Nothing;
    }

    /// <summary>What something is done in: text <em>in files</em>, an entity <em>in the knowledge graph</em>. That something is kept in memory says nothing.</summary>
    public static ActObject Behind(Phrase words, int preposition)
    {
        if (words.EndsBefore(preposition) || words.WordAt(preposition) is not ("in" or "from" or "on" or "to"))
        {
            return Nothing;
        }

        var place = In(words, preposition + 1, EndOf(words, preposition + 1));
        return place.Thing is null || words.WordAt(place.Head).Equals("memory", StringComparison.OrdinalIgnoreCase) ? Nothing : place;
    }

    /// <summary>Where the object that begins with a word ends.</summary>
    public static int EndOf(Phrase words, int from)
    {
        var end = from;
        while (end < from + MaxWords && !words.EndsBefore(end) && !words[end].Comma && !words[end].Sense.Has(Marks.Stop) && words.WordAt(end) is not ("and" or "or" or "then"))
        {
            end++;
        }

        return end;
    }

    /// <summary>The last word before <c>of</c>, where that is not light: the path of a file is a path, a list of files is files.</summary>
    private static int LastBeforeOf(Phrase words, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (words.WordAt(i) is "of" && !words[i - 1].Sense.Has(Marks.Light))
            {
                return i - 1;
            }
        }

        return to - 1;
    }

    private static string UnknownOf(Phrase words, int from, int head)
    {
        var first = head;
        while (first > from && head - first + 1 < MaxUnknown && !words[first - 1].Sense.Has(Marks.Light) && !words[first - 1].Sense.Has(Marks.Stop))
        {
            first--;
        }

        var parts = new string[head - first + 1];
        for (var i = first; i <= head; i++)
        {
            parts[i - first] = words.WordAt(i).ToString().ToLowerInvariant();
        }

        return string.Join('-', parts);
    }
}
