using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks.Policies;

/// <summary>Hits of the checks that see the policy: each also points at the clause that it breaks, and gives <c>{value}</c> and <c>{verb}</c> for the message.</summary>
internal static class PolicyHits
{
    private const int MaxAnchor = 120;

    /// <summary>A hit where something stands that breaks a clause.</summary>
    public static Hit At(Fact fact, ScalarNode clause, string value, string verb) => With(new Hit(fact.Node, fact.Span), clause, value, verb);

    /// <summary>A hit on a value that breaks a clause.</summary>
    public static Hit On(DataNode node, ScalarNode clause, string value, string verb) => With(Hit.On(node), clause, value, verb);

    /// <summary>A hit on the name of a subject that lacks something; on the first character of a definition where it has no name.</summary>
    public static Hit OnSubject(Subject subject, ScalarNode clause, string value, string verb)
    {
        var (source, span) = (subject.Location.Source, subject.Location.Span);
        if (span.Length > MaxAnchor || source.Text.AsSpan(span.Start, span.Length).Contains('\n'))
        {
            span = new TextSpan(span.Start, 1);
        }

        return With(new Hit(DerivedScalar.At(source, span, subject.Name.Raw), span), clause, value, verb);
    }

    private static Hit With(Hit hit, ScalarNode clause, string value, string verb) => hit with
    {
        Related = [(new Location(clause.Source, clause.ContentSpan), "the clause of the policy")],
        Values = ImmutableDictionary<string, string>.Empty.Add("value", value).Add("verb", verb),
    };
}
