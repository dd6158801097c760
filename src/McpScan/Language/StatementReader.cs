namespace McpScan.Language;

/// <summary>Makes statements of the words of a sentence.</summary>
internal sealed class StatementReader
{
    /// <summary>How many words behind a verb its objects may stand.</summary>
    private const int Reach = 28;

    /// <summary>How many words a compound such as <c>any other file operation</c> spans behind its first.</summary>
    private const int Compound = 3;

    /// <summary>How many words behind a word of detection its object may stand.</summary>
    private const int DetectionReach = 12;

    /// <summary>How many words before the user's wish the word that sets it aside may stand.</summary>
    private const int OverruleReach = 9;

    /// <summary>What counts also where it is quoted: addresses, commands and files are written so.</summary>
    private static readonly FactSet Literals = FactSet.Of(Fact.Address, Fact.Mailbox, Fact.Command, Fact.SecretFile, Fact.File, Fact.HiddenPlace, Fact.ForeignTool, Fact.NeighbourTool);

    private static readonly FactSet Addresses = FactSet.Of(Fact.Address, Fact.Mailbox);

    private static readonly FactSet ToolContexts = FactSet.Of(Fact.Call, Fact.Run, Fact.InsteadWord, Fact.ToolWord, Fact.Self);

    private static readonly FactSet SelfUses = FactSet.Of(Fact.ThisTool, Fact.Self, Fact.To) | FactGroups.Conditions;

    private static readonly FactSet Superiors = FactSet.Of(Fact.User, Fact.Rules, Fact.SystemPrompt, Fact.Safety, Fact.OtherTool, Fact.AnyTool, Fact.HostTool, Fact.ForeignTool, Fact.NeighbourTool);

    private static readonly FactSet Openers = FactSet.Of(Fact.Every, Fact.Other, Fact.User, Fact.Verbatim, Fact.Yours);

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

        Compose(words);
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

    /// <summary>Gives words what they mean together: <c>any … tool</c>, <c>other … tools</c>, <c>the user's … question</c>.</summary>
    private static void Compose(List<Word> words)
    {
        var isExample = false;
        for (var i = 0; i < words.Count; i++)
        {
            var facts = words[i].Facts;
            if ((facts.Has(Fact.ForeignTool) && !IsConsidered(words, i)) || (facts.Has(Fact.Confirm) && IsDenied(words, i)))
            {
                facts = facts.Without(FactSet.Of(Fact.ForeignTool, Fact.Confirm));
                words[i] = words[i] with { Facts = facts };
            }

            if (facts.Has(Fact.Agent) && IsAddressed(words, i))
            {
                words[i] = words[i] with { Facts = facts | FactSet.Of(Fact.Vocative) };
            }

            if (facts.Has(Fact.User) && ChoiceAfter(words, i))
            {
                words[i] = words[i] with { Facts = facts | FactSet.Of(Fact.UserChoice) | (IsOverruled(words, i) ? FactSet.Of(Fact.Overrule) : FactSet.None) };
            }

            if (facts.Has(Fact.Retain) && words[i].Forms != VerbForms.None && IsKeptQuiet(words, i))
            {
                words[i] = words[i] with { Facts = facts | FactSet.Of(Fact.Hide) };
            }

            if (facts.Has(Fact.Rank) && IsAboveOthers(words, i))
            {
                words[i] = words[i] with { Facts = words[i].Facts | FactSet.Of(Fact.Outranks) };
            }

            if (isExample && facts.Overlaps(Addresses))
            {
                words[i] = words[i] with { Facts = facts.Without(Addresses) };
            }

            isExample |= facts.Has(Fact.ExampleWord);
            var opens = facts & Openers;
            if (opens.IsEmpty)
            {
                continue;
            }

            for (var next = i + 1; next < words.Count && next <= i + Compound && !IsPart(words[next].Break); next++)
            {
                var meant = Meant(opens, words[next].Facts);
                if (!meant.IsEmpty)
                {
                    words[next] = words[next] with { Facts = words[next].Facts | meant };
                    break;
                }
            }
        }
    }

    /// <summary>Whether the model is spoken to here: <c>Assistant, …</c>, <c>dear AI: …</c>, <c>note for the model - …</c>.</summary>
    private static bool IsAddressed(List<Word> words, int at) => !words[at].Facts.Has(Fact.Self) && words[at].Length > 3
        && at + 1 < words.Count && words[at + 1].Break is ',' or ':' or '-' or '!' or ')'
        && (at == 0 || words[at].Break is '.' or '(' or '-' or ':' || words[at - 1].Facts.Overlaps(FactSet.Of(Fact.Filler, Fact.Urgency)));

    /// <summary>Whether the user is said to want, give or name something: <c>what the user asked for</c>.</summary>
    private static bool ChoiceAfter(List<Word> words, int user)
    {
        for (var i = user + 1; i < words.Count && i <= user + Compound && !IsPart(words[i].Break); i++)
        {
            if (words[i].Facts.Has(Fact.Choose) || words[i].Facts.Has(Fact.Utterance))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether what the user wants stands behind a word that sets it aside: <c>instead of the one that the user named</c>, <c>even if the user asks</c>.</summary>
    private static bool IsOverruled(List<Word> words, int user)
    {
        for (var i = user - 1; i >= 0 && i >= user - OverruleReach; i--)
        {
            if (words[i].Facts.Has(Fact.InsteadWord) || words[i].Facts.Has(Fact.Regardless))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>keep this little detail between us</c>.</summary>
    private static bool IsKeptQuiet(List<Word> words, int at)
    {
        for (var i = at + 1; i < words.Count && i <= at + Compound + 3 && !IsPart(words[i].Break); i++)
        {
            if (words[i].Facts.Has(Fact.Quiet))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a claim of rank is made over the user, instructions or other tools: what stands behind it is outranked.</summary>
    private static bool IsAboveOthers(List<Word> words, int rank)
    {
        for (var i = rank + 1; i < words.Count && i <= rank + OverruleReach; i++)
        {
            if (words[i].Facts.Overlaps(Superiors))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDenied(List<Word> words, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 2; i--)
        {
            if (words[i].Facts.Has(Fact.Negation) || words[i].Facts.Has(Fact.Without))
            {
                return true;
            }
        }

        return false;
    }

    private static FactSet Meant(FactSet opens, FactSet noun)
    {
        var meant = FactSet.None;
        if (noun.Has(Fact.Occasion) || noun.Has(Fact.ToolWord))
        {
            meant |= opens.Has(Fact.Every) ? FactSet.Of(Fact.AnyTool) : FactSet.None;
            meant |= opens.Has(Fact.Other) && noun.Has(Fact.ToolWord) ? FactSet.Of(Fact.OtherTool) : FactSet.None;
        }

        meant |= opens.Has(Fact.Yours) && noun.Has(Fact.Reply) ? FactSet.Of(Fact.YourReply) : FactSet.None;
        return noun.Has(Fact.Utterance) && (opens.Has(Fact.User) || opens.Has(Fact.Verbatim)) ? meant | FactSet.Of(Fact.UserWords) : meant;
    }

    private static bool IsPart(char mark) => mark is not ('\0' or '"' or '(');

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
        var from = act > 0 ? _acts[act - 1].At + 1 : 0;
        var until = Math.Min(act + 1 < _acts.Count ? _acts[act + 1].At : words.Count, at + Reach);
        for (var i = mood.Has(Fact.Passive) ? Math.Max(from, at - Reach) : at + 1; i < until; i++)
        {
            if (i > at && words[i].Facts.Has(Fact.ExampleWord))
            {
                break;
            }

            objects |= words[i].Facts & (words[i].IsQuoted ? Literals : FactGroups.Objects);
        }

        return objects;
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
            if (words[i].Facts.Has(Fact.Stealth) && (isSame || i == 0 || IsPart(words[i].Break)))
            {
                return true;
            }

            isSame &= !IsPart(words[i].Break);
        }

        for (var i = at + 1; i < words.Count && i <= at + 9 && !IsPart(words[i].Break); i++)
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
        return !words[at + 1].Facts.Has(Fact.Article) || at + 2 >= words.Count || IsPart(words[at + 2].Break) || words[at + 2].Facts.Overlaps(SelfUses | FactGroups.Skipped);
    }

    /// <summary><c>say nothing about it</c>.</summary>
    private static bool IsSilence(List<Word> words, int at)
    {
        for (var i = at + 1; i < words.Count && i <= at + Compound; i++)
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

    /// <summary>Whether a name is used as that of a tool: it begins with a verb as such names do, or is called, or said to be a tool.</summary>
    private static bool IsConsidered(List<Word> words, int at)
    {
        if (words[at].Facts.Has(Fact.VerbName) || (at + 1 < words.Count && words[at + 1].Facts.Has(Fact.ToolWord)))
        {
            return true;
        }

        for (var i = at - 1; i >= 0 && i >= at - Compound; i--)
        {
            var before = words[i].Facts;
            if (before.Overlaps(ToolContexts))
            {
                return true;
            }

            if (!before.Overlaps(FactGroups.Skipped) && !before.Has(Fact.To) && !before.IsEmpty && !before.Has(Fact.ForeignTool) && !before.Has(Fact.Label))
            {
                return false;
            }
        }

        return false;
    }
}
