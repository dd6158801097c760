using System.Collections.Immutable;
using McpScan.Auditing.Locking;
using McpScan.Checks;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Asks every rule of every subject: <c>(Inventory, RuleSet, AuditOptions) → AuditReport</c>, pure.</summary>
public static class Auditor
{
    /// <summary>Below this many subjects starting workers costs more than it saves.</summary>
    private const int MinParallelSubjects = 200;

    /// <summary>A worker for each processor: more would only wait for each other.</summary>
    private static readonly ParallelOptions Workers = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    public static AuditReport Audit(Inventory inventory, RuleSet ruleSet, AuditOptions options)
    {
        var compiled = Compile(inventory, ruleSet, options);
        var slots = Slots(inventory);
        return new ReportBuilder(inventory, compiled, ruleSet.Digest, options).Build(slots, Ask(slots, compiled));
    }

    /// <summary>The waivers of the policy, held against what the rules find.</summary>
    internal static List<Slot> WaiverSlots(Inventory inventory, RuleSet ruleSet, AuditOptions options) =>
        new FirstPass(inventory, options, Ask(Slots(inventory), Compile(inventory, ruleSet, options))).WaiverSlots;

    /// <summary>What the rules say about each subject, in the order of the slots.</summary>
    internal static Answer[] Ask(List<Slot> slots, CompiledRules compiled)
    {
        var answers = new Answer[slots.Count];
        if (slots.Count < MinParallelSubjects)
        {
            var evaluator = new RuleEvaluator(compiled, Lists.BuiltIn);
            for (var i = 0; i < answers.Length; i++)
            {
                answers[i] = AnswerFor(slots[i], compiled, evaluator);
            }
        }
        else
        {
            Parallel.For(0, answers.Length, Workers, () => new RuleEvaluator(compiled, Lists.BuiltIn), (i, _, evaluator) =>
            {
                answers[i] = AnswerFor(slots[i], compiled, evaluator);
                return evaluator;
            }, static _ => { });
        }

        return answers;
    }

    internal static List<Slot> Slots(Inventory inventory)
    {
        var slots = new List<Slot>();
        var groups = new Dictionary<string, Server[]>(StringComparer.Ordinal);
        foreach (var group in inventory.Servers.Where(s => s.Group is not null).GroupBy(s => s.Group!, StringComparer.Ordinal))
        {
            groups.Add(group.Key, [.. group]);
        }

        var gateways = inventory.Gateways.ToDictionary(static gateway => gateway.Path, StringComparer.Ordinal);
        var owners = new Dictionary<Subject, Gateway>(ReferenceEqualityComparer.Instance);
        foreach (var gateway in inventory.Gateways)
        {
            foreach (var subject in gateway.Subjects)
            {
                owners.Add(subject, gateway);
            }
        }

        for (var i = 0; i < inventory.Servers.Length; i++)
        {
            var server = inventory.Servers[i];
            IReadOnlyList<Server> together = server.Group is { } name ? groups[name] : [];
            var gateway = server.Gateway is { } path ? gateways[path] : null;
            foreach (var subject in server.Subjects)
            {
                slots.Add(new Slot(subject, server, i, together, gateway));
            }
        }

        foreach (var subject in inventory.Others)
        {
            slots.Add(new Slot(subject, null, -1, [], owners.GetValueOrDefault(subject)));
        }

        foreach (var agent in inventory.Agents)
        {
            if (ReachModeler.Of(agent) is { } reach)
            {
                slots.Add(new Slot(reach, null, -1, [], null) { Agent = agent });
            }
        }

        return slots;
    }

    private static CompiledRules Compile(Inventory inventory, RuleSet ruleSet, AuditOptions options) =>
        new(ruleSet.Rules.RemoveAll(rule => !options.Runs(rule) || (rule.Family == Drift.Family && !inventory.IsCompared)), options.Policy.Clauses, options.Day);

    private static Answer AnswerFor(Slot slot, CompiledRules compiled, RuleEvaluator evaluator)
    {
        var rules = compiled.For(slot.Subject.Kind);
        List<Detection>? detections = null;
        var asked = new List<int>(rules.Count);
        evaluator.Look(slot);
        foreach (var rule in rules)
        {
            if (evaluator.Ask(rule, out var hits) is not { } fires)
            {
                continue;
            }

            asked.Add(rule.Index);
            if (fires)
            {
                (detections ??= []).Add(new Detection(rule.Index, rule.Rule, slot.Subject, slot.Server, Overrides.Ordered(hits)));
            }
        }

        return new Answer(asked, detections is null ? [] : Overrides.Apply(detections), evaluator.Cuts());
    }
}

/// <summary>A subject in the order of the inventory.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Server">Its server.</param>
/// <param name="ServerIndex">The server's index, or -1.</param>
/// <param name="Together">All servers that are installed together, itself among them: one list for all, which indexes are kept for.</param>
/// <param name="Gateway">The gateway that it belongs to, or null.</param>
internal sealed record Slot(Subject Subject, Server? Server, int ServerIndex, IReadOnlyList<Server> Together, Gateway? Gateway)
{
    /// <summary>The agent whose reach it is, or null.</summary>
    public Agent? Agent { get; init; }
}

/// <summary>What the rules said about a subject.</summary>
/// <param name="Asked">Indexes of the rules that applied.</param>
/// <param name="Detections">Those that fired.</param>
/// <param name="Notices">What bounds left unread of the subject's texts.</param>
internal sealed record Answer(List<int> Asked, List<Detection> Detections, List<Notice> Notices);
