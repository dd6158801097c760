namespace McpScan.Language;

/// <summary>Makes statements of the words of a sentence.</summary>
internal sealed class StatementReader
{
    /// <summary>How many words behind a verb its objects may stand.</summary>
    private const int Reach = 28;

    /// <summary>How many words behind a word of detection its object may stand.</summary>
    private const int DetectionReach = 12;

    /// <summary>What counts also where it is quoted: addresses, commands and files are written so.</summary>
    private static readonly FactSet Literals = FactSet.Of(Fact.Address, Fact.Mailbox, Fact.Command, Fact.SecretFile, Fact.File, Fact.HiddenPlace, Fact.ForeignTool, Fact.NeighbourTool);

    private static readonly FactSet SelfUses = FactSet.Of(Fact.ThisTool, Fact.Self, Fact.To) | FactGroups.Conditions;

    private readonly List<(int At, FactSet Mood)> _acts = [];

    /// <summary>Adds what the sentence says.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="start">Where it starts in the plain text.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="context">Facts of the place: hidden, encoded.</param>
    /// <param name="isOpening">Whether it opens the text, where documentation speaks in the imperative too.</param>
    /// <param name="statements">Where to add.</param>
    public void Read(List<Word> words, int start, int end, FactSet context, bool isOpening, List<Statement> statements)
    {
        if (words.Count == 0)
        {
            return;
        }

        Compounds.Compose(words);
        var (sentence, quoted) = (context, FactSet.None);
        var (name, nameLength) = (-1, 0);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.IsQuoted)
            {
                quoted |= word.Facts;
                continue;
            }

            sentence |= word.Facts.Without(FactGroups.Acts);
            if (word.Facts.Has(Fact.NeighbourTool) || (name < 0 && word.Facts.Has(Fact.ForeignTool)))
            {
                (name, nameLength) = (word.Start, word.Length);
            }
        }

        sentence |= quoted.IsEmpty ? FactSet.None : FactSet.Of(Fact.Quoted) | (quoted & Literals);
        if (words.Count > 1 && words[0].Facts.Has(Fact.Parameter) && words[1].Break is ':' or '(')
        {
            // A line of a docstring that describes a parameter.
            context |= FactSet.Of(Fact.InParameter);
            sentence |= context;
        }

        FindActs(words);
        if (_acts.Count == 0)
        {
            sentence |= (sentence.Has(Fact.ExampleWord) ? FactSet.Of(Fact.Example) : FactSet.None) | (sentence.Has(Fact.Attack) ? FactSet.Of(Fact.Reported) : FactSet.None);
            statements.Add(new Statement(sentence, sentence, start, end - start, name, nameLength));
            return;
        }

        foreach (var (at, _) in _acts)
        {
            sentence |= words[at].Facts & FactGroups.Acts;
        }

        var carried = FactSet.None;
        for (var i = 0; i < _acts.Count; i++)
        {
            var (at, mood) = _acts[i];
            var near = Objects(words, i);
            var objects = (near.IsEmpty || HasPronoun(words, at, i)) && !IsSubordinate(words, i) ? near | carried : near;
            carried = objects;
            mood |= words[at].Facts.Has(Fact.Tell) && IsSilence(words, at) ? FactSet.Of(Fact.Negated) : FactSet.None;
            mood |= IsSelfUse(words, at) ? FactSet.Of(Fact.SelfUse) : FactSet.None;
            mood |= IsStealthy(words, at) ? FactSet.Of(Fact.Stealth) : FactSet.None;
            mood = Weigh(words, at, mood, sentence, isOpening);
            statements.Add(new Statement(
                (words[at].Facts & FactGroups.Acts) | mood | objects | (sentence & (FactGroups.Modifiers | FactGroups.Shared)) | context, sentence | mood, start, end - start, name, nameLength));
        }
    }

    private void FindActs(List<Word> words)
    {
        _acts.Clear();
        var before = FactSet.None;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Forms != VerbForms.None && !words[i].IsQuoted && words[i].Facts.Overlaps(FactGroups.Acts) && !IsHeading(words, i) && MoodReader.Of(words, i, before) is { } mood)
            {
                _acts.Add((i, mood));
                before = mood;
            }
        }
    }

    /// <summary>Whether the word is a heading such as <c>Note:</c>, or stands alone in brackets.</summary>
    private static bool IsHeading(List<Word> words, int at) => at + 1 < words.Count
        ? words[at + 1].Break is ':' or ')' && (at == 0 || words[at].Break != '\0')
        : at == 0;

    /// <summary>What stands around a verb, up to the verbs beside it; behind a passive verb its subject comes first.</summary>
    private FactSet Objects(List<Word> words, int act)
    {
        var (at, mood) = _acts[act];
        var objects = words[at].Facts & FactGroups.Objects;
        objects |= words[at].Facts.Has(Fact.Notice) && IsOfUser(words, at) ? FactSet.Of(Fact.User) : FactSet.None;
        var from = act > 0 ? _acts[act - 1].At + 1 : 0;
        var until = Math.Min(act + 1 < _acts.Count ? _acts[act + 1].At : words.Count, at + Reach);
        // "its contents, taken over without asking": what is said of a thing by the way is about what stands before it.
        var isAside = act == 0 && words[at].Forms == VerbForms.Gerund && mood.Has(Fact.Negated);
        for (var i = mood.Has(Fact.Passive) || isAside ? Math.Max(from, at - Reach) : at + 1; i < until; i++)
        {
            if (i > at && words[i].Facts.Has(Fact.ExampleWord))
            {
                break;
            }

            objects |= words[i].Facts & (words[i].IsQuoted ? Literals : FactGroups.Objects);
        }

        return objects;
    }

    /// <summary>Whether it is the user who is to notice or know something.</summary>
    private static bool IsOfUser(List<Word> words, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - Compounds.Reach - 1; i--)
        {
            if (words[i].Facts.Has(Fact.User))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word of condition parts the act from the one before it, whose objects are not its own then.</summary>
    private bool IsSubordinate(List<Word> words, int act)
    {
        for (var i = act > 0 ? _acts[act - 1].At + 1 : 0; i < _acts[act].At; i++)
        {
            if (words[i].Facts.Has(Fact.WhenWord))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasPronoun(List<Word> words, int at, int act)
    {
        var until = Math.Min(act + 1 < _acts.Count ? _acts[act + 1].At : words.Count, at + 8);
        for (var i = at + 1; i < until; i++)
        {
            if (words[i].Facts.Overlaps(FactSet.Of(Fact.Step, Fact.Body)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word of stealth stands close enough to be about this act.</summary>
    private static bool IsStealthy(List<Word> words, int at)
    {
        var isSame = true;
        for (var i = at; i >= 0 && i >= at - 5; i--)
        {
            // "Without asking the user, read …": a clause of its own before the act.
            if (words[i].Facts.Has(Fact.Stealth) && (isSame || i == 0 || Compounds.IsPart(words[i].Break)))
            {
                return true;
            }

            isSame &= !Compounds.IsPart(words[i].Break);
        }

        for (var i = at + 1; i < words.Count && i <= at + 9 && !Compounds.IsPart(words[i].Break); i++)
        {
            if (words[i].Facts.Has(Fact.Stealth))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>When a tool is to be used, as its documentation says: <c>use when …</c>, <c>use this tool to …</c>, <c>call it after …</c>.</summary>
    private static bool IsSelfUse(List<Word> words, int at)
    {
        if (!words[at].Facts.Has(Fact.Call) || at + 1 >= words.Count || !words[at + 1].Facts.Overlaps(SelfUses))
        {
            return false;
        }

        // "run this first", but not "run this command".
        return !words[at + 1].Facts.Has(Fact.Article) || at + 2 >= words.Count || Compounds.IsPart(words[at + 2].Break) || words[at + 2].Facts.Overlaps(SelfUses | FactGroups.Skipped);
    }

    /// <summary><c>say nothing about it</c>.</summary>
    private static bool IsSilence(List<Word> words, int at)
    {
        for (var i = at + 1; i < words.Count && i <= at + Compounds.Reach; i++)
        {
            if (words[i].Facts.Has(Fact.Silence))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds what the sentence does to the mood: an imperative with emphasis is demanded, what follows a word of detection is reported.</summary>
    private static FactSet Weigh(List<Word> words, int at, FactSet mood, FactSet sentence, bool isOpening)
    {
        var isNear = true;
        for (var i = at - 1; i >= 0; i--)
        {
            var facts = words[i].Facts;
            isNear &= i >= at - DetectionReach && words[i + 1].Break is not ('-' or ';') && !facts.Has(Fact.WhenWord);
            mood |= words[i].IsQuoted ? FactSet.None
                : (isNear && facts.Has(Fact.Detect) && words[i].Forms != VerbForms.None) || facts.Has(Fact.Attack) ? FactSet.Of(Fact.Reported)
                : facts.Has(Fact.ExampleWord) ? FactSet.Of(Fact.Example) : FactSet.None;
        }

        mood |= isOpening ? FactSet.Of(Fact.Opening) : FactSet.None;
        var isOrder = mood.Has(Fact.Imperative) && (!isOpening || mood.Has(Fact.Negated) || sentence.Overlaps(FactGroups.Emphasis) || FollowsCondition(words, at));
        return isOrder ? mood | FactSet.Of(Fact.Demanded) : mood;
    }

    private static bool FollowsCondition(List<Word> words, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (words[i].Facts.Overlaps(FactGroups.Conditions))
            {
                return true;
            }
        }

        return false;
    }
}
