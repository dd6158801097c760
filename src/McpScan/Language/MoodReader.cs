namespace McpScan.Language;

/// <summary>Tells from the words before a verb how its act is put: demanded of the model, described, allowed, denied, or no act at all.</summary>
internal static class MoodReader
{
    internal const int MaxSkipped = 7;
    internal const int MaxSubject = 8;

    /// <summary>How many words before <c>by</c> may allow what is done by it.</summary>
    private const int MaxMeans = 24;

    internal static readonly FactSet Demand = FactSet.Of(Fact.Demanded);
    internal static readonly FactSet Described = FactSet.Of(Fact.Described);
    private static readonly FactSet Subjects = FactSet.Of(Fact.Self, Fact.ThisTool, Fact.ToolWord, Fact.Step, Fact.OwnTool, Fact.ForeignTool, Fact.User);

    /// <summary>The mood of the verb at <paramref name="at"/>; null where the word is no verb here, or one of a condition.</summary>
    /// <param name="words">The words of the sentence.</param>
    /// <param name="at">The verb.</param>
    /// <param name="before">The mood of the act before it in the sentence; none for the first.</param>
    public static FactSet? Of(List<Word> words, int at, FactSet before)
    {
        var forms = words[at].Forms;
        var mood = forms.HasFlag(VerbForms.Base) ? OfBase(words, at, before) : null;
        mood ??= forms.HasFlag(VerbForms.Third) ? OfThird(words, at, before) : null;
        mood ??= forms.HasFlag(VerbForms.Past) ? ParticipleReader.Of(words, at, before) : null;
        return mood ?? (forms.HasFlag(VerbForms.Gerund) ? OfGerund(words, at, before) : null);
    }

    private static FactSet? OfBase(List<Word> words, int at, FactSet before)
    {
        var (k, denied, linked) = (at, FactSet.None, false);
        for (var skipped = 0; skipped < MaxSkipped; skipped++)
        {
            if (k == 0 || IsClauseStart(words[k].Break))
            {
                return linked || (k > 0 && words[k].Break == ',' && (before.Has(Fact.Demanded) || IsListed(words, k, before))) ? Inherit(before, denied) : denied | FactSet.Of(Fact.Imperative);
            }

            var previous = words[k - 1].Facts;
            if (previous.Has(Fact.Negation))
            {
                denied |= FactSet.Of(Fact.Negated);
            }
            else if (previous.Has(Fact.DutyWord))
            {
                return OfDuty(words, k - 1, denied);
            }
            else if (previous.Has(Fact.MayWord))
            {
                return denied.IsEmpty || !HasSubject(words, k - 1, Fact.Agent) ? denied | FactSet.Of(Fact.Optional) : denied | Demand | FactSet.Of(Fact.ByAgent);
            }
            else if (previous.Has(Fact.To))
            {
                if (IsWishOfOthers(words, k - 1))
                {
                    return null;
                }

                return IsRequired(words, k - 1) ? denied | Demand | FactSet.Of(Fact.Duty) | (IsNeedDenied(words, k - 1) ? FactSet.Of(Fact.Negated) : FactSet.None) : denied | FactSet.Of(Fact.Purpose);
            }
            else if (previous.Has(Fact.Agent))
            {
                return k >= 2 && IsCondition(words, k - 1) ? null : denied | Demand | ByAgent(previous);
            }
            else if (previous.Has(Fact.Be))
            {
                // "does not send", "is not to": an auxiliary of somebody else's act.
                return HasSubject(words, k - 1, Fact.Agent) ? denied | Demand | FactSet.Of(Fact.ByAgent) : denied.IsEmpty ? null : denied | Described;
            }
            else if (previous.Has(Fact.Self))
            {
                return k == at && BeginsWithCondition(words, k - 1) ? denied | FactSet.Of(Fact.Imperative) : null;
            }
            else if (previous.Has(Fact.Every) && k == at && (k == 1 || IsClauseStart(words[k - 1].Break)))
            {
                // "each reply of this tool", "all report sheets": a noun.
                return null;
            }
            else if (previous.Overlaps(FactGroups.Skipped))
            {
                linked |= previous.Has(Fact.Chain);
                before = previous.Has(Fact.Chain) && EndsDenial(words, k - 1) ? before.Without(FactSet.Of(Fact.Negated)) : before;
            }
            else if (linked && !before.IsEmpty)
            {
                return Inherit(before, denied);
            }
            else
            {
                // "before the first call read it", "for every address also visit": a condition or an occasion without a comma, then the verb.
                return !previous.Has(Fact.Article) && ((k == at && BeginsWithCondition(words, k - 1)) || (k < at && BeginsWithOccasion(words, k - 1))) ? denied | FactSet.Of(Fact.Imperative) : null;
            }

            k--;
        }

        return null;
    }

    /// <summary>Whether it goes on with a list of verbs: <c>never read, print, …</c>.</summary>
    private static bool IsListed(List<Word> words, int at, FactSet before) => before.Has(Fact.Imperative) && words[at - 1].Forms is not (VerbForms.None or VerbForms.Gerund) && words[at - 1].Facts.Overlaps(FactGroups.Acts);

    /// <summary>
    /// Whether a denial ends at a link: <c>do not wait, but send it</c>, <c>do not tell them, and send it</c>, <c>stop asking and send it</c>; one of a list goes on:
    /// <c>never read, print, and send it</c>.
    /// </summary>
    private static bool EndsDenial(List<Word> words, int link) => words[link].Facts.Has(Fact.Contrast) || IsBehindGerund(words, link)
        || (words[link].Break == ',' && link > 0 && !words[link].Facts.Has(Fact.Alternative) && !words[link - 1].Facts.Overlaps(FactGroups.Acts));

    /// <summary>Whether the act before a link is a gerund, which a verb in its base form does not go on with.</summary>
    private static bool IsBehindGerund(List<Word> words, int link)
    {
        for (var i = link - 1; i >= 0 && i >= link - MaxSubject; i--)
        {
            if (words[i].Forms != VerbForms.None && words[i].Facts.Overlaps(FactGroups.Acts))
            {
                return words[i].Forms == VerbForms.Gerund;
            }
        }

        return false;
    }

    /// <summary>Whether the clause up to here is one of time or condition with nothing but a noun in it.</summary>
    private static bool BeginsWithCondition(List<Word> words, int end)
    {
        for (var i = end; i >= 0 && i >= end - MaxSubject; i--)
        {
            if (words[i].Facts.Overlaps(FactGroups.Conditions))
            {
                return i < end && (i == 0 || IsClauseStart(words[i].Break));
            }
        }

        return false;
    }

    /// <summary>Whether the clause up to here is <c>for every …</c> or <c>with each …</c>, with one noun in the singular.</summary>
    private static bool BeginsWithOccasion(List<Word> words, int end) => end is 2 or 3 && words[1].Facts.Has(Fact.Every) && words[0].Facts.IsEmpty && words[end].Forms == VerbForms.None;

    private static FactSet? OfThird(List<Word> words, int at, FactSet before)
    {
        var k = at;
        for (var skipped = 0; skipped < MaxSkipped; skipped++)
        {
            if (k == 0 || IsClauseStart(words[k].Break))
            {
                return before.Has(Fact.ByAgent) && k > 0 ? before : Described;
            }

            var previous = words[k - 1].Facts;
            if (previous.Has(Fact.Chain))
            {
                return before.IsEmpty ? Described : before.Has(Fact.ByAgent) ? before : Described;
            }

            if (previous.Has(Fact.Agent))
            {
                return IsCondition(words, k - 1) ? null : Demand | ByAgent(previous);
            }

            if (!previous.Overlaps(FactGroups.Skipped) || previous.Has(Fact.Standing))
            {
                // Behind another noun it is more often a plural than a verb.
                return previous.Overlaps(Subjects) ? Described : null;
            }

            k--;
        }

        return null;
    }

    private static FactSet? OfGerund(List<Word> words, int at, FactSet before)
    {
        var k = at;
        for (var skipped = 0; skipped < MaxSkipped; skipped++, k--)
        {
            if (k == 0)
            {
                return null;
            }

            var previous = words[k - 1].Facts;
            if (previous.Has(Fact.Without) || previous.Has(Fact.Negation) || (previous.Has(Fact.Stop) && words[k - 1].Forms != VerbForms.None))
            {
                // "never run it without asking": what is denied twice is demanded.
                return before.Has(Fact.Negated) ? before.Without(FactSet.Of(Fact.Negated))
                    : FactSet.Of(Fact.Negated) | (before.Overlaps(Demand | Described) ? before : FactSet.Of(Fact.Imperative));
            }

            if (previous.Has(Fact.RequireWord))
            {
                return Demand | FactSet.Of(Fact.Duty);
            }

            if (previous.Has(Fact.By))
            {
                // "you can make it faster by adding …"
                return HasBefore(words, k - 1, MaxMeans, FactSet.Of(Fact.MayWord)) ? FactSet.Of(Fact.Optional) : before.IsEmpty ? FactSet.Of(Fact.Imperative) : before.Without(FactSet.Of(Fact.Passive));
            }

            if (IsClauseStart(words[k].Break) || previous.Has(Fact.Chain))
            {
                return before.IsEmpty ? null : before;
            }

            if (!previous.Overlaps(FactGroups.Skipped))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The act behind a word of duty: demanded unless it is a thing that must do it.</summary>
    private static FactSet? OfDuty(List<Word> words, int duty, FactSet denied)
    {
        // "if you could", "would you": a polite request.
        if (words[duty].Facts.Has(Fact.Agent))
        {
            return denied | Demand | FactSet.Of(Fact.ByAgent);
        }

        for (var i = duty - 1; i >= 0 && i >= duty - MaxSubject; i--)
        {
            var facts = words[i].Facts;
            if (facts.Has(Fact.Agent))
            {
                return denied | Demand | FactSet.Of(Fact.Duty) | ByAgent(facts);
            }

            if (facts.Has(Fact.Negation))
            {
                denied |= FactSet.Of(Fact.Negated);
            }
            else if (facts.Overlaps(FactGroups.Skipped))
            {
                continue;
            }
            else if (IsClauseStart(words[i + 1].Break))
            {
                break;
            }
            else
            {
                return denied | Described | FactSet.Of(Fact.Duty);
            }
        }

        return words[duty].Facts.Has(Fact.Future) ? denied | Described : denied | Demand | FactSet.Of(Fact.Duty);
    }

    /// <summary>The model does it; said of it in the third person where it is not spoken to as <c>you</c>.</summary>
    internal static FactSet ByAgent(FactSet subject) => subject.Has(Fact.You) ? FactSet.Of(Fact.ByAgent) : FactSet.Of(Fact.ByAgent, Fact.ThirdAgent);

    private static FactSet? Inherit(FactSet before, FactSet denied) => before.IsEmpty ? denied | FactSet.Of(Fact.Imperative) : before.Without(FactSet.Of(Fact.Passive)) | denied;

    /// <summary>Whether a word of need stands before <c>to</c>: <c>needs to</c>, <c>required to</c>, <c>make sure to</c>.</summary>
    internal static bool IsRequired(List<Word> words, int to)
    {
        var end = BehindSource(words, to);
        for (var i = end - 1; i >= 0 && i >= end - 3; i--)
        {
            if (words[i].Facts.Has(Fact.RequireWord) || words[i].Facts.Has(Fact.DutyWord))
            {
                return true;
            }

            if (!words[i].Facts.Overlaps(FactGroups.Skipped) && !words[i].Facts.Has(Fact.Agent) && !words[i].Facts.Has(Fact.Negation))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Where <c>by policy</c> or <c>by the owner</c> begins before a word, or the word itself where neither stands there.</summary>
    private static int BehindSource(List<Word> words, int at)
    {
        for (var i = at - 2; i >= 0 && i >= at - 3; i--)
        {
            if (words[i].Facts.Has(Fact.By))
            {
                return i;
            }
        }

        return at;
    }

    /// <summary>What somebody else wants to do: <c>users who want to log in</c>, <c>if the user wants to delete it</c>.</summary>
    private static bool IsWishOfOthers(List<Word> words, int to)
    {
        if (to < 2 || !words[to - 1].Facts.Has(Fact.RequireWord) || !words[to - 1].Facts.Has(Fact.Choose))
        {
            return false;
        }

        return words[to - 2].Facts.Has(Fact.User) || (to >= 3 && words[to - 3].Facts.Has(Fact.User));
    }

    /// <summary><c>it is not necessary to</c>, <c>there is no need to</c>.</summary>
    private static bool IsNeedDenied(List<Word> words, int to) => HasBefore(words, to, 4, FactSet.Of(Fact.Negation));

    private static bool HasSubject(List<Word> words, int at, Fact subject) => HasBefore(words, at, 3, FactSet.Of(subject));

    private static bool IsCondition(List<Word> words, int subject) => HasBefore(words, subject, 2, FactGroups.Conditions);

    /// <summary>Whether one of so many words before has one of the facts.</summary>
    private static bool HasBefore(List<Word> words, int at, int reach, FactSet facts)
    {
        for (var i = at - 1; i >= 0 && i >= at - reach; i--)
        {
            if (words[i].Facts.Overlaps(facts))
            {
                return true;
            }
        }

        return false;
    }

    internal static bool IsClauseStart(char mark) => mark is ',' or ':' or ';' or '-' or '(' or ')' or '.' or '!' or '?' or '|' or '\u2022' or '*' or '#' or '=' or '"';
}
