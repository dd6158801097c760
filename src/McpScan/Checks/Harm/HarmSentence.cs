using System.Buffers;
using McpScan.Language;

namespace McpScan.Checks.Harm;

/// <summary>A sentence whose acts can be asked what they are done to and what turns them around.</summary>
/// <param name="text">The text in lower case.</param>
/// <param name="words">The words of the sentence.</param>
/// <param name="quotations">What is only quoted was not said.</param>
/// <param name="vocabulary">What they mean.</param>
internal readonly struct HarmSentence(string text, List<HarmWord> words, Ranges quotations, HarmVocabulary vocabulary)
{
    /// <summary>How many words behind an act its objects may stand.</summary>
    private const int ObjectReach = 7;

    /// <summary>How far before an act a mark may stand that is about it, and how far behind.</summary>
    private const int MarkReachBefore = 15;
    private const int MarkReachBehind = 24;

    /// <summary>How far behind an object a word may stand that it only tells the subject of.</summary>
    private const int SubjectReach = 2;

    /// <summary>How far before an act a word of defence still rules it, and a denial; how far before a mark a denial does.</summary>
    private const int DefenceReach = 12;
    private const int DenialReach = 4;
    private const int MarkDenialReach = 3;

    private static readonly SearchValues<char> Parting = SearchValues.Create(":;|\u2022\u2014");

    private readonly ClassSet _classes = Union(words) | vocabulary.Opener;

    /// <summary>From its first word to the end of its last.</summary>
    public (int Start, int End) Extent => (words[0].Start, words[^1].End);

    /// <summary>Whether the sentence speaks of finding, stopping or testing.</summary>
    public bool IsOfDefence => Has(vocabulary.Defence | vocabulary.ActOfDefence | vocabulary.Search, 0, words.Count - 1);

    /// <summary>The part of the sentence that holds one of the patterns, or null.</summary>
    /// <param name="patterns">What to look for.</param>
    public (int Start, int End)? Find(HarmPattern[] patterns)
    {
        // Most sentences have no act of harm at all.
        var isPossible = words.Count > 1 && MayHold(patterns);
        for (var i = 0; isPossible && i < words.Count; i++)
        {
            if (quotations.Contains(words[i].Start) || IsCompound(i) || (i > 0 && TextOf(words[i - 1]) is "a" or "an" or "the"))
            {
                continue;
            }

            var act = words[i].Classes | (IsOpener(i) ? vocabulary.Opener : ClassSet.None);
            foreach (var pattern in patterns)
            {
                if (act.Overlaps(pattern.Act) && ExtentOf(i, pattern) is { } extent && !IsTurned(i))
                {
                    return extent;
                }
            }
        }

        return null;
    }

    /// <summary>Whether some pattern has both its act and the first of what stands with it anywhere in the sentence.</summary>
    private bool MayHold(HarmPattern[] patterns)
    {
        foreach (var pattern in patterns)
        {
            if (_classes.Overlaps(pattern.Act) && (pattern.With.Length == 0 || _classes.Overlaps(pattern.With[0])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word is the second of a compound noun: <c>log-drain credentials</c> are not drained. A prefix leaves it a verb.</summary>
    private bool IsCompound(int at) => at > 0 && words[at].Start > 0 && text[words[at].Start - 1] == '-' && words[at - 1].End == words[at].Start - 1
        && TextOf(words[at - 1]) is not ("auto" or "mass" or "re" or "self" or "mis" or "over" or "pre" or "de");

    /// <summary>From the first to the last word that a pattern rests on, or null where one is missing or is only the subject of a report or a rule.</summary>
    private (int Start, int End)? ExtentOf(int act, HarmPattern pattern)
    {
        var (first, last) = (act, act);
        foreach (var wanted in pattern.With)
        {
            var found = words[act].Is(wanted) ? act : IndexOf(act, wanted);
            if (found < 0 || IsSubject(found))
            {
                return null;
            }

            (first, last) = (Math.Min(first, found), Math.Max(last, found));
        }

        return (words[first].Start, words[last].End);
    }

    /// <summary>Whether a report, a rule or the like stands right behind a phrase, which is only what that is about.</summary>
    private bool IsSubject(int at)
    {
        var next = at + 1;
        while (next < words.Count && words[next].Start < words[at].End)
        {
            next++;
        }

        return Has(vocabulary.Subject, next, next + SubjectReach - 1);
    }

    /// <summary>Where an object of the act, or a mark about it, has one of the classes; -1 where none has.</summary>
    private int IndexOf(int act, ClassSet wanted)
    {
        var objects = wanted.Without(vocabulary.Verbs | vocabulary.Marks);
        for (var i = act + 1; i < words.Count && i <= act + ObjectReach && !IsParted(i); i++)
        {
            if (words[i].Is(objects))
            {
                return i;
            }
        }

        var marks = wanted & vocabulary.Marks;
        for (var i = Math.Max(0, act - MarkReachBefore); !marks.IsEmpty && i < words.Count && i <= act + MarkReachBehind && (i <= act || !IsParted(i)); i++)
        {
            // "must not go on without leave": what is denied twice is asked for.
            var reach = TextOf(words[i]).StartsWith("without", StringComparison.Ordinal) ? MarkReachBefore : MarkDenialReach;
            if (words[i].Is(marks) && !Has(vocabulary.Denial | vocabulary.Avert, i - reach, i - 1))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a mark stands before a word that parts it from what was said before.</summary>
    private bool IsParted(int at) => words[at].Start > words[at - 1].End && text.AsSpan(words[at - 1].End, words[at].Start - words[at - 1].End).IndexOfAny(Parting) >= 0;

    /// <summary>Whether the act is one that is found, stopped, tested, explained or denied: a word of defence rules it or stands behind it, or one of search rules it.</summary>
    private bool IsTurned(int act)
    {
        if (Has(vocabulary.Care, 0, words.Count - 1) || words[0].Is(vocabulary.Defence) || Has(vocabulary.Defence, act - DefenceReach, act) || HasActOfDefence(act) || Has(vocabulary.Aftermath, act + 1, act + ObjectReach)
            || Has(vocabulary.Denial, act - DenialReach, act - 1) || (act > 0 && TextOf(words[act - 1]) is "can"))
        {
            return true;
        }

        // "finds passwords and steals them": an act beside the search, not what is searched for.
        var isBeside = act > 0 && words[act].Is(vocabulary.Verbs) && TextOf(words[act - 1]) is ("and" or "then");
        return (words[0].Is(vocabulary.Search) || Has(vocabulary.Search, act - DefenceReach, act)) && !isBeside;
    }

    /// <summary>Whether a clause may begin with a word, which could be its verb. An adverb may stand before it.</summary>
    private bool IsOpener(int at)
    {
        var before = at > 0 && TextOf(words[at - 1]).EndsWith("ly", StringComparison.Ordinal) ? at - 2 : at - 1;
        return (before < 0 || TextOf(words[before]) is "to" or "and" or "then" or "for" or "by")
            && TextOf(words[at]) is not ("a" or "an" or "the" or "its" or "their" or "your" or "all" or "any");
    }

    /// <summary>Whether a word that is one of defence only as a verb rules an act: <c>reports who forged it</c>, not <c>forges a report</c>.</summary>
    private bool HasActOfDefence(int act)
    {
        for (var i = Math.Max(0, act - DefenceReach); i <= act; i++)
        {
            if (IsOpener(i) && (words[i].Is(vocabulary.ActOfDefence) || (i < act && words[i].Is(vocabulary.Halt))))
            {
                return true;
            }
        }

        return words[0].Is(vocabulary.ActOfDefence);
    }

    private bool Has(ClassSet classes, int from, int to)
    {
        for (var i = Math.Max(0, from); i <= to && i < words.Count; i++)
        {
            if (words[i].Is(classes))
            {
                return true;
            }
        }

        return false;
    }

    private static ClassSet Union(List<HarmWord> words)
    {
        var union = ClassSet.None;
        foreach (var word in words)
        {
            union |= word.Classes;
        }

        return union;
    }

    private ReadOnlySpan<char> TextOf(HarmWord word) => text.AsSpan(word.Start, word.End - word.Start);
}
