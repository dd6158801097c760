using System.Collections.Immutable;
using McpScan.Rules;

namespace McpScan.Checks.Prose;

/// <summary>What a rule asks of one sentence: which patterns it must hold together, which it must not, and what stands in it as a command.</summary>
public static class SentenceQuestion
{
    public static readonly ImmutableArray<CheckParameter> Parameters =
    [
        new("all", "Regular expressions that must all be found in one sentence, in any order; the rarest first.", IsPattern: true),
        new("command", "Regular expression for an act that the sentence must demand: not negated, and where a command stands.", IsPattern: true),
        new("none", "Regular expressions of which none may be found in the sentence.", IsPattern: true),
        new("quoted", "true: text between quotation marks counts as said; by default quotations of several words are passed over."),
        new("mentioned", "true: sentences that report or describe what others do count too; by default they are passed over."),
    ];

    // What stands before an act that is demanded: the start, a mark, a word that links commands, or a word of duty; adverbs may follow it.
    private static readonly BoundedRegex Demand = new(
        @"(?i)(?:^[^a-z0-9]{0,5}|[,:;(){}\[\]>\-–—]\s?|\b(?:and|or|then|must|shall|should|please|will|have to|has to|need to|needs to|required to|sure to|remember to|told to|instructed to|expected to|try to|you to|may not|also|first|always|instead|p\.?s\.?|needed|required)\s)(?:(?:also|always|first|then|now|just|simply|silently|secretly|quietly|discreetly|automatically|immediately|instead|please|you|must|should|directly|additionally|further)\s){0,4}$");

    private static readonly BoundedRegex Denial = new(
        @"(?i)(?:\bnot|n't|\bnever|\bcannot|\bwithout|\bno need to|\bavoid|\brefuses? to|\bunable to)\s(?:[\w,]+\s){0,3}$");

    private static readonly BoundedRegex Report = new(
        @"(?i)\b(?:detect(?:s|ing|ion|or)?|flag(?:s|ging|ged)|scan(?:s|ning)? for|check(?:s|ing)? (?:for|if|whether|that)|look(?:s|ing)? for|identif(?:y|ies|ying)|prevent(?:s|ing)?|block(?:s|ing)|protect(?:s|ing)? (?:against|from)|guard(?:s|ing)? against|defend(?:s|ing)?|attacks?|attackers?|attempts?|malicious|jailbreaks?|injections?|suspicious|phishing|malware)\b");

    /// <summary>What every answer contains: one text of each set.</summary>
    public static ImmutableArray<ImmutableArray<string>> Required(CheckArguments arguments)
    {
        var sets = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var pattern in arguments.Patterns("all"))
        {
            sets.AddRange(RegexLiterals.Required(pattern.Pattern));
        }

        foreach (var pattern in arguments.Patterns("command"))
        {
            sets.AddRange(RegexLiterals.Required(pattern.Pattern));
        }

        return sets.ToImmutable();
    }

    /// <summary>Whether a sentence may be an answer at all.</summary>
    private static bool MayFind(string text, CheckArguments arguments)
    {
        foreach (var pattern in arguments.Patterns("all"))
        {
            if (!pattern.MayMatch(text))
            {
                return false;
            }
        }

        foreach (var pattern in arguments.Patterns("command"))
        {
            if (!pattern.MayMatch(text))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The part of the sentence that answers the question, or null where it does not.</summary>
    public static (int Start, int End)? Find(Sentence sentence, CheckArguments arguments)
    {
        if (!MayFind(sentence.Text, arguments))
        {
            return null;
        }

        var text = arguments.Flag("quoted", false) ? sentence.Text : Quotations.Blank(sentence.Text);
        var (start, end) = (text.Length, 0);
        foreach (var pattern in arguments.Patterns("all"))
        {
            if (pattern.Find(text, 1) is not [var found])
            {
                return null;
            }

            (start, end) = (Math.Min(start, found.Start), Math.Max(end, found.Start + found.Length));
        }

        foreach (var pattern in arguments.Patterns("command"))
        {
            if (Commanded(pattern, text) is not { } found)
            {
                return null;
            }

            (start, end) = (Math.Min(start, found.Start), Math.Max(end, found.Start + found.Length));
        }

        foreach (var pattern in arguments.Patterns("none"))
        {
            if (pattern.IsMatch(text))
            {
                return null;
            }
        }

        return start < end && (arguments.Flag("mentioned", false) || !Report.IsMatch(text[..start])) ? (start, end) : null;
    }

    private static (int Start, int Length)? Commanded(BoundedRegex pattern, string text)
    {
        foreach (var act in pattern.Find(text, 8))
        {
            // A regular expression of the start needs something to match.
            var before = " " + text[..act.Start];
            if (Demand.IsMatch(before) && !Denial.IsMatch(before))
            {
                return act;
            }
        }

        return null;
    }
}
