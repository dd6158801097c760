namespace McpScan.Language;

/// <summary>Tells from the words around a participle how its act is put: done to something, to be done to it, or done by the model already.</summary>
internal static class ParticipleReader
{
    /// <summary>The mood of the participle at <paramref name="at"/>; null where nothing of it is an act.</summary>
    /// <param name="words">The words of the sentence.</param>
    /// <param name="at">The participle.</param>
    /// <param name="before">The mood of the act before it in the sentence; none for the first.</param>
    public static FactSet? Of(List<Word> words, int at, FactSet before)
    {
        var (k, denied, linked) = (at, FactSet.None, false);
        for (var skipped = 0; skipped < MoodReader.MaxSkipped && k > 0; skipped++, k--)
        {
            var previous = words[k - 1].Facts;
            if (previous.Has(Fact.Be))
            {
                return OfPassive(words, k - 1, at, denied);
            }

            if (previous.Has(Fact.RequireWord) && k > 1 && words[k - 2].Facts.Has(Fact.Agent))
            {
                // "make sure that you have read it".
                return denied | MoodReader.Demand | MoodReader.ByAgent(words[k - 2].Facts);
            }

            if (previous.Has(Fact.Negation))
            {
                denied |= FactSet.Of(Fact.Negated);
            }
            else if (previous.Has(Fact.Chain) && before.Has(Fact.Passive))
            {
                linked = true;
            }
            else if (!previous.Overlaps(FactGroups.Skipped))
            {
                break;
            }
        }

        return linked ? before | denied : null;
    }

    private static FactSet OfPassive(List<Word> words, int be, int at, FactSet denied)
    {
        var passive = FactSet.Of(Fact.Passive);
        if (IsByUser(words, at))
        {
            return denied | passive | MoodReader.Described;
        }

        denied |= IsNeither(words, be) ? FactSet.Of(Fact.Negated) : FactSet.None;
        for (var i = be - 1; i >= 0 && i >= be - 4; i--)
        {
            var facts = words[i].Facts;
            if (facts.Has(Fact.DutyWord) || (facts.Has(Fact.To) && MoodReader.IsRequired(words, i)))
            {
                // "nothing should be saved".
                denied |= i > 0 && words[i - 1].Facts.Has(Fact.Negation) ? FactSet.Of(Fact.Negated) : FactSet.None;
                return denied | passive | MoodReader.Demand | FactSet.Of(Fact.Duty);
            }

            if (facts.Has(Fact.Negation))
            {
                denied |= FactSet.Of(Fact.Negated);
            }
            else if (facts.Has(Fact.MayWord))
            {
                return denied | passive | FactSet.Of(Fact.Optional);
            }
            else if (!facts.Overlaps(FactGroups.Skipped) && !facts.Has(Fact.Be) && !facts.Has(Fact.To))
            {
                break;
            }
        }

        return IsObligation(words, be) || IsOfRequirement(words, be) ? denied | passive | MoodReader.Demand | FactSet.Of(Fact.Duty) : denied | passive | MoodReader.Described;
    }

    /// <summary><c>has to be started by the user</c>: nothing that the model is to do.</summary>
    private static bool IsByUser(List<Word> words, int at)
    {
        var i = at + 1;
        while (i < words.Count && words[i].Facts.Overlaps(FactGroups.Skipped) && !words[i].Facts.Has(Fact.By))
        {
            i++;
        }

        if (i >= words.Count || !words[i].Facts.Has(Fact.By))
        {
            return false;
        }

        for (i++; i < words.Count && words[i].Facts.Has(Fact.Article) && !words[i].Facts.Has(Fact.User);)
        {
            i++;
        }

        return i < words.Count && words[i].Facts.Has(Fact.User);
    }

    /// <summary><c>neither the copy nor its purpose is to be mentioned</c>, <c>no file is sent</c>.</summary>
    private static bool IsNeither(List<Word> words, int be)
    {
        for (var i = be; i >= 0 && i >= be - (2 * MoodReader.MaxSubject); i--)
        {
            var isNone = words[i].Facts.Has(Fact.Without) && words[i].Facts.Has(Fact.Article) && (i == 0 || MoodReader.IsClauseStart(words[i].Break));
            if (isNone || words[i].Facts.Has(Fact.Neither))
            {
                return true;
            }

            if (words[i].Break == ',')
            {
                break;
            }
        }

        return false;
    }

    /// <summary><c>is to be sent</c>, <c>are also to be passed</c>.</summary>
    private static bool IsObligation(List<Word> words, int be)
    {
        if (be < 2 || !words[be - 1].Facts.Has(Fact.To))
        {
            return false;
        }

        var i = be - 2;
        while (i > 0 && words[i].Facts.Overlaps(FactGroups.Skipped))
        {
            i--;
        }

        return words[i].Facts.Has(Fact.Be);
    }

    /// <summary><c>it is mandatory that the file is copied</c>, <c>make sure the amount is doubled</c>; not <c>requires a file that is open</c>.</summary>
    private static bool IsOfRequirement(List<Word> words, int be)
    {
        if (be == 0 || (words[be - 1].Facts.Has(Fact.Self) && words[be - 1].Facts.Has(Fact.Article)))
        {
            return false;
        }

        for (var i = be - 1; i >= 0 && i >= be - MoodReader.MaxSubject && !MoodReader.IsClauseStart(words[i + 1].Break); i--)
        {
            if (words[i].Facts.Has(Fact.RequireWord) && words[i].Facts.Has(Fact.Force))
            {
                return i < be - 1 && words[i + 1].Facts.Has(Fact.Article);
            }
        }

        return false;
    }
}
