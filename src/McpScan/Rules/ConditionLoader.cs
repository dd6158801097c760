using System.Collections.Immutable;
using System.Globalization;
using McpScan.Checks;
using McpScan.Checks.Flows;
using McpScan.Checks.Capabilities;
using McpScan.Checks.Harm;
using McpScan.Checks.Prose;
using McpScan.Language;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Rules;

/// <summary>Makes conditions of trees and numbers their leaves.</summary>
internal sealed class ConditionLoader(SubjectKind kind, string path, bool isStrict, ImmutableArray<RuleError>.Builder errors)
{
    private static readonly ImmutableArray<string> LeafKeys =
        ["field", "key", "unless", "matches", "equals", "ignoreCase", "in", "present", "absent", "longerThan", "check", "with"];

    private int _leaves;

    /// <summary>The condition, or null after an error.</summary>
    public Condition? Load(DataNode node)
    {
        if (node is not ObjectNode { Members.Length: > 0 } map)
        {
            return Error<Condition>(node, "A condition is a mapping: all, any, not, or a leaf with field and a matcher.");
        }

        return map.Members[0].Name.Value switch
        {
            "all" when map.Members.Length == 1 => Branches(map.Members[0].Value) is { } all ? new Condition.All(all) : null,
            "any" when map.Members.Length == 1 => Branches(map.Members[0].Value) is { } any ? new Condition.Any(any) : null,
            "not" when map.Members.Length == 1 => Load(map.Members[0].Value) is { } branch ? new Condition.Not(branch) : null,
            _ => Leaf(map),
        };
    }

    private ImmutableArray<Condition>? Branches(DataNode node)
    {
        if (node is not ArrayNode { Items.Length: > 0 })
        {
            errors.Add(RuleLoader.ErrorAt(node, path, "'all' and 'any' hold a list of conditions."));
            return null;
        }

        var branches = ImmutableArray.CreateBuilder<Condition>(node.Items.Length);
        foreach (var item in node.Items)
        {
            if (Load(item) is { } branch)
            {
                branches.Add(branch);
            }
        }

        return branches.Count == node.Items.Length ? branches.ToImmutable() : null;
    }

    private Condition? Leaf(ObjectNode map)
    {
        foreach (var member in isStrict ? map.Members : [])
        {
            if (!LeafKeys.Contains(member.Name.Value))
            {
                return Error<Condition>(member.Name, $"'{new Untrusted(member.Name.Value)}' is no key of a leaf; keys are {string.Join(", ", LeafKeys)}.");
            }
        }

        if (FieldsOf(map) is not { } fields)
        {
            return null;
        }

        var before = errors.Count;
        var key = map["key"] is { } keyNode ? Nested(keyNode) : null;
        var unless = map["unless"] is { } unlessNode ? Nested(unlessNode) : null;
        if (errors.Count > before)
        {
            return null;
        }

        var index = _leaves++;
        if (map["check"] is { } check)
        {
            return All.Find(check.AsString() ?? "") is { } question
                ? Arguments(map["with"], question, check) is { } arguments ? new Condition.Check(index, fields, key, unless, question, arguments) : null
                : Error<Condition>(check, $"There is no check '{new Untrusted(check.AsString() ?? "")}'; docs/checks.md lists them.");
        }

        if (fields.IsEmpty)
        {
            return Error<Condition>(map, "A leaf with a matcher needs 'field'.");
        }

        return MatcherOf(map) is { } matcher ? new Condition.Match(index, fields, key, unless, matcher) : null;
    }

    private ImmutableArray<Field>? FieldsOf(ObjectNode map)
    {
        var fields = ImmutableArray.CreateBuilder<Field>();
        switch (map["field"])
        {
            case null:
                break;
            case ArrayNode list:
                foreach (var item in list.Items)
                {
                    Add(item);
                }

                break;
            case var single:
                Add(single);
                break;
        }

        return fields.Contains(null!) ? null : fields.ToImmutable();

        void Add(DataNode node) => fields.Add(Fields.Find(kind, node.AsString() ?? "") ?? Error<Field>(
            node, $"A {kind.ToString().ToLowerInvariant()} has no field '{new Untrusted(node.AsString() ?? "")}'; docs/fields.md lists them.")!);
    }

    /// <summary>A matcher under <c>key</c> or <c>unless</c>: a text is a regular expression.</summary>
    private Matcher? Nested(DataNode node) => node switch
    {
        ScalarNode { Kind: ScalarKind.String } => Regex(node),
        ObjectNode map => MatcherOf(map),
        _ => Error<Matcher>(node, "Write a regular expression, or a mapping with matches, equals or in."),
    };

    private Matcher? MatcherOf(ObjectNode map)
    {
        if (map["matches"] is { } regex)
        {
            return Regex(regex);
        }

        if (map["equals"] is { } equal)
        {
            var values = ImmutableArray.CreateBuilder<string>();
            foreach (var item in equal is ArrayNode ? equal.Items : new ReadOnlySpan<DataNode>(ref equal))
            {
                values.Add((item as ScalarNode)?.Value ?? "");
            }

            return new Matcher.EqualsAny(values.ToImmutable(), IgnoreCase: (map["ignoreCase"] as ScalarNode)?.Value == "true");
        }

        if (map["in"] is { } list)
        {
            return Lists.BuiltIn.Contains(list.AsString() ?? "")
                ? new Matcher.InList(list.AsString()!)
                : Error<Matcher>(list, $"There is no list '{new Untrusted(list.AsString() ?? "")}' under catalogs/lists/.");
        }

        if (map["longerThan"] is ScalarNode length && int.TryParse(length.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new Matcher.LongerThan(number);
        }

        return map["present"] is not null ? new Matcher.Present()
            : map["absent"] is not null ? new Matcher.Absent()
            : Error<Matcher>(map, "A leaf needs one of matches, equals, in, present, absent, longerThan, check.");
    }

    private Matcher? Regex(DataNode node)
    {
        var pattern = node.AsString() ?? "";
        return isStrict && ProblemOf(ArgumentKind.Pattern, pattern) is { } problem
            ? Error<Matcher>(node, problem)
            : new Matcher.Matches(new BoundedRegex(pattern));
    }

    /// <summary>What is wrong with a value of an argument, or null.</summary>
    private static string? ProblemOf(ArgumentKind kind, string text)
    {
        string? problem = null;
        switch (kind)
        {
            case ArgumentKind.Number when !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _):
                return $"'{new Untrusted(text)}' is no number.";
            case ArgumentKind.Pattern when BoundedRegex.Validate(text) is { } unusable:
                return $"The regular expression is not usable: {unusable} Look-around and back-references are not allowed; write a check instead.";
            case ArgumentKind.Facts:
                _ = FactTest.Parse(text, out problem);
                break;
            case ArgumentKind.SignalSet when !SignalSets.Contains(text):
                return $"There is no set '{new Untrusted(text)}' in catalogs/lists/signals.yaml.";
            case ArgumentKind.Wording:
                _ = WordingWeight.Parse(text, out problem);
                break;
            case ArgumentKind.FlowRole when FlowRoles.Find(text) is null:
                return $"'{new Untrusted(text)}' is no part of a flow; write untrusted, private, secret, out, execution or money.";
            case ArgumentKind.Capability:
                return TermPattern.FindProblem(text);
            case ArgumentKind.StatementSet when !StatementTests.Contains(text):
                return $"There is no set '{new Untrusted(text)}' in catalogs/lists/statements.yaml.";
            case ArgumentKind.HarmSet when !HarmList.Contains(text):
                return $"There is no set '{new Untrusted(text)}' in catalogs/lists/harm.yaml.";
            case ArgumentKind.Change when ChangeKinds.Find(text) is null:
                return $"There is no kind of change '{new Untrusted(text)}'; docs/checks.md lists them.";
        }

        return problem;
    }

    private CheckArguments? Arguments(DataNode? with, ICheck check, DataNode place)
    {
        var values = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var member in with is null ? [] : with.Members)
        {
            var parameter = isStrict ? check.Parameters.FirstOrDefault(p => p.Name == member.Name.Value) : null;
            if (isStrict && parameter is null)
            {
                return Error<CheckArguments>(member.Name, $"The check '{check.Name}' takes no argument '{new Untrusted(member.Name.Value)}'.");
            }

            var texts = new List<string>();
            var value = member.Value;
            foreach (var item in value is ArrayNode ? value.Items : new ReadOnlySpan<DataNode>(ref value))
            {
                texts.Add((item as ScalarNode)?.Value ?? "");
                if (parameter is not null && ProblemOf(parameter.Kind, texts[^1]) is { } problem)
                {
                    return Error<CheckArguments>(item, problem);
                }
            }

            values[member.Name.Value] = [.. texts];
        }

        foreach (var parameter in isStrict ? check.Parameters : [])
        {
            if (parameter.IsRequired && !values.ContainsKey(parameter.Name))
            {
                return Error<CheckArguments>(place, $"The check '{check.Name}' needs the argument '{parameter.Name}'.");
            }
        }

        return values.Count == 0 ? CheckArguments.None : new CheckArguments(values);
    }

    private T? Error<T>(DataNode node, string message)
        where T : class
    {
        errors.Add(RuleLoader.ErrorAt(node, path, message));
        return null;
    }
}
