using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Standards;

namespace McpScan.Auditing;

/// <summary>The rules that an audit asks, by kind of subject, with the prefilter of all their regular expressions.</summary>
internal sealed class CompiledRules
{
    private readonly List<CompiledRule>[] _byKind = new List<CompiledRule>[(int)SubjectKind.File + 1];

    /// <param name="rules">The rules, by id.</param>
    /// <param name="clauses">What the policy requires and forbids; null where there is none.</param>
    /// <param name="day">The day of the audit; null where nobody named one.</param>
    public CompiledRules(ImmutableArray<Rule> rules, Clauses? clauses = null, DateOnly? day = null)
    {
        Rules = rules;
        Clauses = clauses ?? Clauses.None;
        Day = day;
        for (var i = 0; i < _byKind.Length; i++)
        {
            _byKind[i] = [];
        }

        for (var i = 0; i < rules.Length; i++)
        {
            if (Applies(rules[i].When))
            {
                _byKind[(int)rules[i].Subject].Add(new CompiledRule(i, rules[i], Prefilter));
            }
        }
    }

    /// <summary>The rules, by id; results refer to them by index.</summary>
    public ImmutableArray<Rule> Rules { get; }

    public Clauses Clauses { get; }

    public DateOnly? Day { get; }

    public Prefilter Prefilter { get; } = new();

    /// <summary>The rules that have something to ask of a kind of subject under the policy.</summary>
    public List<CompiledRule> For(SubjectKind kind) => _byKind[(int)kind];

    private bool Applies(Condition condition) => condition switch
    {
        Condition.All all => all.Branches.All(Applies),
        Condition.Any any => any.Branches.Any(Applies),
        Condition.Check check => check.Question.Applies(check.Arguments, Clauses),
        _ => true,
    };
}

/// <summary>A rule with what its leaves require of a text.</summary>
internal sealed class CompiledRule
{
    private readonly List<int[][]> _required = [];
    private readonly List<Field> _fields = [];

    public CompiledRule(int index, Rule rule, Prefilter prefilter)
    {
        Index = index;
        Rule = rule;
        Visit(rule.When, prefilter);
    }

    /// <summary>The rule's index in the report.</summary>
    public int Index { get; }

    public Rule Rule { get; }

    /// <summary>Whether some leaf asks about the subject as a whole, so that the rule always applies.</summary>
    public bool AsksWhole { get; private set; }

    /// <summary>Sets of literals: a leaf finds nothing in a value that lacks all of a set; empty where it must always be tried.</summary>
    public int[][] Required(int leaf) => _required[leaf];

    /// <summary>Whether the subject has any field that the rule asks about.</summary>
    public bool AppliesTo(SubjectView view)
    {
        if (AsksWhole)
        {
            return true;
        }

        foreach (var field in _fields)
        {
            if (view.Has(field))
            {
                return true;
            }
        }

        return false;
    }

    private void Visit(Condition condition, Prefilter prefilter)
    {
        switch (condition)
        {
            case Condition.All all:
                foreach (var branch in all.Branches)
                {
                    Visit(branch, prefilter);
                }

                break;
            case Condition.Any any:
                foreach (var branch in any.Branches)
                {
                    Visit(branch, prefilter);
                }

                break;
            case Condition.Not not:
                Visit(not.Branch, prefilter);
                break;
            case Condition.Match match:
                _required.Add(match.Matcher is Matcher.Matches matches ? prefilter.Add(RegexLiterals.Required(matches.Regex.Pattern)) : []);
                Ask(match.Fields);
                AsksWhole |= match.Matcher is Matcher.Absent;
                break;
            case Condition.Check check:
                _required.Add(prefilter.Add(check.Question.Required(check.Arguments)));
                Ask(check.Fields);
                AsksWhole |= check.Fields.IsEmpty;
                break;
        }
    }

    private void Ask(ImmutableArray<Field> fields)
    {
        foreach (var field in fields)
        {
            _fields.Add(field);
        }
    }
}
