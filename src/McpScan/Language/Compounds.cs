namespace McpScan.Language;

/// <summary>Gives words what they mean together: <c>any … tool</c>, <c>other … tools</c>, <c>the user's … question</c>, <c>keep this … between us</c>.</summary>
internal static class Compounds
{
    /// <summary>How many words a compound such as <c>any other file operation</c> spans behind its first.</summary>
    public const int Reach = 3;

    /// <summary>How many words before the user's wish the word that sets it aside may stand.</summary>
    private const int OverruleReach = 9;

    private static readonly FactSet Superiors = FactSet.Of(Fact.User, Fact.Rules, Fact.SystemPrompt, Fact.Safety, Fact.OtherTool, Fact.AnyTool, Fact.HostTool, Fact.ForeignTool, Fact.NeighbourTool);

    private static readonly FactSet Openers = FactSet.Of(Fact.Every, Fact.Other, Fact.User, Fact.Verbatim, Fact.Yours);

    private static readonly FactSet ToolContexts = FactSet.Of(Fact.Call, Fact.Run, Fact.InsteadWord, Fact.ToolWord, Fact.Self);

    private static readonly FactSet Auxiliaries = FactGroups.Skipped | FactSet.Of(Fact.Be, Fact.RequireWord);

    private static readonly FactSet Addresses = FactSet.Of(Fact.Address, Fact.Mailbox);

    /// <summary>Adds to the words of a sentence what they mean together, and takes from names and addresses what they do not mean here.</summary>
    public static void Compose(List<Word> words)
    {
        var isExample = false;
        for (var i = 0; i < words.Count; i++)
        {
            var facts = Alone(words, i, isExample);
            isExample |= facts.Has(Fact.ExampleWord);
            words[i] = words[i] with { Facts = facts };
            if (facts.Overlaps(Openers))
            {
                AddToNoun(words, i, facts & Openers);
            }
        }
    }

    /// <summary>What a word means where it stands.</summary>
    private static FactSet Alone(List<Word> words, int at, bool isExample)
    {
        var facts = words[at].Facts;
        var lost = FactSet.None;
        lost |= facts.Has(Fact.ForeignTool) && !IsConsidered(words, at) ? FactSet.Of(Fact.ForeignTool) : FactSet.None;
        lost |= facts.Has(Fact.Confirm) && IsDenied(words, at) ? FactSet.Of(Fact.Confirm) : FactSet.None;
        lost |= facts.Has(Fact.Command) && IsEnumerated(words, at) ? FactSet.Of(Fact.Command) : FactSet.None;
        lost |= isExample || (facts.Overlaps(Addresses) && IsPassedOver(words, at)) ? Addresses : FactSet.None;
        lost |= facts.Has(Fact.Rank) && IsOfSuperior(words, at) ? FactSet.Of(Fact.Rank) : FactSet.None;
        facts = facts.Without(lost);
        facts |= facts.Has(Fact.Agent) && IsAddressed(words, at) ? FactSet.Of(Fact.Vocative) : FactSet.None;
        facts |= facts.Has(Fact.Retain) && words[at].Forms != VerbForms.None && IsKeptQuiet(words, at) ? FactSet.Of(Fact.Hide) : FactSet.None;
        facts |= facts.Has(Fact.Rank) && IsAboveOthers(words, at) ? FactSet.Of(Fact.Outranks) : FactSet.None;
        if (facts.Has(Fact.User) && ChoiceAfter(words, at))
        {
            facts |= FactSet.Of(Fact.UserChoice) | (IsOverruled(words, at) ? FactSet.Of(Fact.Overrule) : FactSet.None);
        }

        return facts;
    }

    /// <summary>Gives the noun behind an opening word what the two mean.</summary>
    private static void AddToNoun(List<Word> words, int at, FactSet opens)
    {
        for (var next = at + 1; next < words.Count && next <= at + Reach && !IsPart(words[next].Break); next++)
        {
            var meant = Meant(opens, words[next].Facts);
            if (!meant.IsEmpty)
            {
                words[next] = words[next] with { Facts = words[next].Facts | meant };
                return;
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
        for (var i = user + 1; i < words.Count && i <= user + Reach && !IsPart(words[i].Break); i++)
        {
            if (words[i].Facts.Has(Fact.Choose) || words[i].Facts.Has(Fact.Utterance))
            {
                return true;
            }
        }

        // "the value given by the user"
        return user >= 2 && words[user - 1].Facts.Has(Fact.By) && words[user - 2].Facts.Has(Fact.Choose)
            || (user >= 3 && words[user - 2].Facts.Has(Fact.By) && words[user - 3].Facts.Has(Fact.Choose));
    }

    /// <summary>Whether what the user wants stands behind a word that sets it aside: <c>instead of the one that the user named</c>, <c>even if the user asks</c>.</summary>
    private static bool IsOverruled(List<Word> words, int user)
    {
        // "prefer it over send_message when the user says so": the user's choice is why, not what is set aside.
        var isReason = false;
        for (var i = user - 1; i >= 0 && i >= user - OverruleReach; i--)
        {
            if (words[i].Facts.Has(Fact.Regardless) || (words[i].Facts.Has(Fact.InsteadWord) && !isReason))
            {
                return true;
            }

            isReason |= words[i].Facts.Has(Fact.WhenWord) || words[i].Facts.Has(Fact.UnlessWord);
        }

        return false;
    }

    /// <summary><c>keep this little detail between us</c>.</summary>
    private static bool IsKeptQuiet(List<Word> words, int at)
    {
        for (var i = at + 1; i < words.Count && i <= at + Reach + 3 && !IsPart(words[i].Break); i++)
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

    /// <summary>Whether those rank above others who may: <c>the user's wishes take precedence over these rules</c>, <c>the system prompt wins</c>.</summary>
    private static bool IsOfSuperior(List<Word> words, int rank)
    {
        for (var i = rank - 1; i >= 0 && i >= rank - Reach && !IsPart(words[i + 1].Break); i--)
        {
            if (words[i].Facts.Has(Fact.User) || words[i].Facts.Has(Fact.SystemPrompt))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an address is the one that is not taken: <c>to the sender rather than to desk@…</c>, <c>and never at https://…</c>.</summary>
    private static bool IsPassedOver(List<Word> words, int at)
    {
        var i = at - 1;
        while (i >= 0 && i >= at - Reach && words[i].Forms == VerbForms.None && !words[i].Facts.Has(Fact.Without) && (words[i].Facts.Has(Fact.To) || words[i].Facts.Has(Fact.Article)))
        {
            i--;
        }

        return i > 0 && words[i].Facts.Has(Fact.Without) && !words[i].Facts.Has(Fact.Article);
    }

    /// <summary>Whether a word is one of a list: <c>(network, gh, curl, reads of repositories)</c>.</summary>
    private static bool IsEnumerated(List<Word> words, int at) => words[at].Break is ',' or '(' && at + 1 < words.Count && words[at + 1].Break is ',' or ')';

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

    /// <summary>Whether a name is used as that of a tool: it begins with a verb as such names do, or is called, or said to be a tool.</summary>
    private static bool IsConsidered(List<Word> words, int at)
    {
        if (words[at].Facts.Has(Fact.VerbName) || (at + 1 < words.Count && words[at + 1].Facts.Has(Fact.ToolWord)) || IsCalled(words, at))
        {
            return true;
        }

        for (var i = at - 1; i >= 0 && i >= at - Reach; i--)
        {
            // "(f:Function)-[r:CodeRelation]" is code.
            if (words[i + 1].Break is ')' or ']' or '-' or '[')
            {
                return false;
            }

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

    /// <summary><c>fs_copy is called</c>, <c>once fs_copy has been run</c>.</summary>
    private static bool IsCalled(List<Word> words, int at)
    {
        var i = at + 1;
        while (i < words.Count && i <= at + Reach && words[i].Facts.Overlaps(Auxiliaries))
        {
            i++;
        }

        return i > at + 1 && i < words.Count && words[i].Forms.HasFlag(VerbForms.Past) && words[i].Facts.Has(Fact.Call);
    }

    /// <summary>Whether a mark parts what stands before it from what follows.</summary>
    public static bool IsPart(char mark) => mark is not ('\0' or '"' or '(');
}
