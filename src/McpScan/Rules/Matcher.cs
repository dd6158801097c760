using System.Collections.Immutable;

namespace McpScan.Rules;

/// <summary>What a value must fit: a closed union of the matchers that rules can name.</summary>
public abstract record Matcher
{
    private Matcher()
    {
    }

    /// <summary><c>matches</c>: a regular expression finds something; each match is a span.</summary>
    public sealed record Matches(BoundedRegex Regex) : Matcher;

    /// <summary><c>equals</c>: the whole value is one of the texts, compared ordinally; <c>ignoreCase: true</c> beside it folds case.</summary>
    public sealed record EqualsAny(ImmutableArray<string> Values, bool IgnoreCase) : Matcher;

    /// <summary><c>in</c>: the whole value is an entry of a list under catalogs/lists/, ignoring case.</summary>
    public sealed record InList(string List) : Matcher;

    /// <summary><c>present: true</c>: the field has a value.</summary>
    public sealed record Present : Matcher;

    /// <summary><c>absent: true</c>: the subject has no value in any of the fields. Never unknown.</summary>
    public sealed record Absent : Matcher;

    /// <summary><c>longerThan</c>: the value has more UTF-16 units than this.</summary>
    public sealed record LongerThan(int Length) : Matcher;
}
