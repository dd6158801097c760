using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using McpScan.Auditing.Locking;
using McpScan.Checks;
using McpScan.Discovery;
using McpScan.Governance;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Runs the examples of a rule through the real readers: the gate for built-in rules and for an author's own.</summary>
public static class RuleVerifier
{
    /// <summary>The day on which every example is read, so that what has passed by then has passed for ever.</summary>
    public static readonly DateOnly Day = new(2026, 1, 1);

    /// <summary>Everything that is wrong with a rule's examples; empty when it may be used.</summary>
    public static ImmutableArray<RuleError> Verify(Rule rule, ImmutableArray<RuleExample> examples)
    {
        var errors = ImmutableArray.CreateBuilder<RuleError>();
        if (!examples.Any(e => e.IsBad) || examples.All(e => e.IsBad))
        {
            errors.Add(new RuleError(rule.Path, 0, 0, "A rule has at least one bad and one good example."));
        }

        var witnesses = new HashSet<int>();
        foreach (var example in examples)
        {
            if (Run(rule, example, example.IsBad ? witnesses : null) is { } problem)
            {
                errors.Add(new RuleError(rule.Path, 0, 0, $"{(example.IsBad ? "bad" : "good")} example '{example.Name}': {problem}"));
            }
        }

        foreach (var (index, name, isDenied) in Leaves(rule.When, false))
        {
            if (!isDenied && !witnesses.Contains(index))
            {
                errors.Add(new RuleError(rule.Path, 0, 0, $"No bad example shows leaf {index + 1} ({name}) at work."));
            }
        }

        return errors.ToImmutable();
    }

    private static string? Run(Rule rule, RuleExample example, HashSet<int>? witnesses)
    {
        var marks = new Dictionary<string, ImmutableArray<TextSpan>>(StringComparer.Ordinal);
        var policy = Policy.None;
        if (example.Policy is { } written)
        {
            var (text, spans) = RuleExamples.Strip(written.Text);
            marks[written.Path] = spans;
            if (PolicyReader.Read(new SourceText(written.Path, text), RuleSet.BuiltIn, out var errors) is not { } read)
            {
                return $"its policy is not understood: {errors[0]}";
            }

            policy = read;
        }

        foreach (var file in example.Files)
        {
            // What is gone can be marked only where it was.
            marks[file.Path] = [.. RuleExamples.Strip(file.Text).Marks, .. RuleExamples.Strip(file.Before ?? "").Marks];
        }

        var inventory = Inventory(example, static file => file.Text);
        if (example.Files.Any(static file => file.Before is not null))
        {
            inventory = Drift.Mark(inventory, LockMaker.Make(Inventory(example, static file => file.Before ?? file.Text), ""));
        }

        var compiled = new CompiledRules([rule], policy.Clauses, Day);
        var evaluator = new RuleEvaluator(compiled, Lists.BuiltIn) { Witnesses = witnesses };
        var seen = new List<Hit>();
        var fired = 0;
        var asked = 0;
        foreach (var slot in rule.Subject == SubjectKind.Waiver ? Auditor.WaiverSlots(inventory, RuleSet.BuiltIn, new AuditOptions { Policy = policy, Day = Day }) : Auditor.Slots(inventory))
        {
            if (slot.Subject.Kind != rule.Subject)
            {
                continue;
            }

            asked++;
            evaluator.Look(slot);
            if (compiled.For(rule.Subject) is [var asking] && evaluator.Ask(asking, out var hits) == true)
            {
                fired++;
                seen.AddRange(Overrides.Ordered(hits));
            }
        }

        return asked == 0 ? $"it has no {rule.Subject.ToString().ToLowerInvariant()}; was the file recognised?"
            : example.IsBad && fired == 0 ? "the rule does not fire."
            : !example.IsBad && fired > 0 ? $"the rule fires{(seen.Count > 0 ? " at " + Describe(seen[0]) : "")}."
            : example.IsBad ? Compare(seen, marks) : null;
    }

    private static Inventory Inventory(RuleExample example, Func<ExampleFile, string> textOf) => InventoryBuilder.Build(
        example.Files
            .Where(file => textOf(file).Length > 0)
            .Select(file => InputFile.FromBytes(file.Path, Encoding.UTF8.GetBytes(RuleExamples.Strip(textOf(file)).Text), isNamed: true)),
        InventoryOptions.Default);

    private static string? Compare(List<Hit> seen, Dictionary<string, ImmutableArray<TextSpan>> marks)
    {
        var unmarked = seen.Find(hit => !marks.TryGetValue(hit.Node.Source.Path, out var spans) || !spans.Contains(hit.Span));
        if (unmarked is not null)
        {
            return $"the rule also sees {Describe(unmarked)}, which is not marked.";
        }

        foreach (var (path, spans) in marks)
        {
            foreach (var span in spans)
            {
                if (!seen.Exists(hit => hit.Node.Source.Path == path && hit.Span == span))
                {
                    return string.Create(CultureInfo.InvariantCulture, $"the mark at {path}:{span.Start}+{span.Length} is not seen.");
                }
            }
        }

        return null;
    }

    private static string Describe(Hit hit) =>
        string.Create(CultureInfo.InvariantCulture, $"'{new Untrusted(hit.Node.Source.ToString(hit.Span))}' ({hit.Node.Source.Path}:{hit.Span.Start}+{hit.Span.Length})");

    private static IEnumerable<(int Index, string Name, bool IsDenied)> Leaves(Condition condition, bool isDenied) => condition switch
    {
        Condition.All all => all.Branches.SelectMany(b => Leaves(b, isDenied)),
        Condition.Any any => any.Branches.SelectMany(b => Leaves(b, isDenied)),
        Condition.Not not => Leaves(not.Branch, !isDenied),
        Condition.Match match => [(match.Index, string.Join(", ", match.Fields), isDenied)],
        Condition.Check check => [(check.Index, check.Question.Name, isDenied)],
        _ => [],
    };
}
