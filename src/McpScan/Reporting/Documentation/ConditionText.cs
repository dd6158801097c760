using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using McpScan.Modeling;
using McpScan.Rules;

namespace McpScan.Reporting.Documentation;

/// <summary>Says a rule's question as a nested list.</summary>
internal static class ConditionText
{
    public static string Render(Condition condition)
    {
        var list = new StringBuilder();
        Write(list, condition, 0);
        return list.ToString();
    }

    private static void Write(StringBuilder list, Condition condition, int depth)
    {
        list.Append(' ', 2 * depth).Append("- ").Append(condition switch
        {
            Condition.All => "all of",
            Condition.Any => "any of",
            Condition.Not => "not",
            Condition.Match match => Subject(match.Fields, match.Key) + Say(match.Matcher) + Unless(match.Unless),
            Condition.Check check => Subject(check.Fields, check.Key) + Say(check) + Unless(check.Unless),
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        }).Append('\n');
        foreach (var branch in Branches(condition))
        {
            Write(list, branch, depth + 1);
        }
    }

    private static ImmutableArray<Condition> Branches(Condition condition) => condition switch
    {
        Condition.All all => all.Branches,
        Condition.Any any => any.Branches,
        Condition.Not not => [not.Branch],
        _ => [],
    };

    private static string Subject(ImmutableArray<Field> fields, Matcher? key)
    {
        var names = string.Join(" or ", fields.Select(field => MarkdownText.Code(field.Name)));
        names = fields.IsEmpty ? "the subject" : names;
        return key is null ? $"{names} " : $"{names}, where its key {Say(key)}, ";
    }

    private static string Unless(Matcher? unless) => unless is null ? "" : $", unless it {Say(unless)}";

    private static string Say(Matcher matcher) => matcher switch
    {
        Matcher.Matches matches => $"matches {MarkdownText.Code(matches.Regex.Pattern)}",
        Matcher.EqualsAny equals => $"is {string.Join(" or ", equals.Values.Select(MarkdownText.Code))}{(equals.IgnoreCase ? ", ignoring case" : "")}",
        Matcher.InList list => $"is in the list {MarkdownText.Code(list.List)}",
        Matcher.Present => "is given",
        Matcher.Absent => "is not given",
        Matcher.LongerThan longer => string.Create(CultureInfo.InvariantCulture, $"is longer than {longer.Length} UTF-16 units"),
        _ => throw new ArgumentOutOfRangeException(nameof(matcher)),
    };

    private static string Say(Condition.Check check)
    {
        var arguments = check.Question.Parameters
            .Select(parameter => (parameter.Name, Values: check.Arguments.Texts(parameter.Name)))
            .Where(argument => argument.Values.Count > 0)
            .Select(argument => $"{MarkdownText.Code(argument.Name)} {string.Join(", ", argument.Values.Select(MarkdownText.Code))}")
            .ToList();
        var name = MarkdownText.Link(MarkdownText.Code(check.Question.Name), $"../checks.md#{check.Question.Name}");
        return $"is asked {name}{(arguments.Count == 0 ? "" : $" with {string.Join(" and ", arguments)}")}";
    }
}
