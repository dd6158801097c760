using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace McpScan.Auditing;

/// <summary>What each rule came to on each server and on the run.</summary>
internal sealed class Outcomes(int rules, int servers)
{
    private readonly Outcome[] _run = Filled(rules);
    private readonly Outcome[] _byServer = Filled(rules * servers);
    private readonly int[] _subjects = new int[rules];

    public void Add(Slot slot, Answer answer)
    {
        // A flow may run through a tool that nobody read.
        var asked = slot.Agent is { } agent && agent.Usable.Any(static grant => grant.HasUnknownTools) ? Outcome.Incomplete : Outcome.Clear;
        foreach (var rule in answer.Asked)
        {
            _subjects[rule]++;
            Set(slot.ServerIndex, rule, asked);
        }

        foreach (var detection in answer.Detections)
        {
            Set(slot.ServerIndex, detection.RuleIndex, Outcome.Fired);
        }
    }

    /// <summary>How many subjects the rule was asked about.</summary>
    public int SubjectsOf(int rule) => _subjects[rule];

    /// <summary>Over the whole run. What could not be read might have held what a rule looks for.</summary>
    public Outcome Of(int rule, bool isIncomplete) => Doubt(_run[rule], isIncomplete);

    public ImmutableArray<Outcome> OfServer(int server, bool isIncomplete)
    {
        var outcomes = new Outcome[rules];
        for (var i = 0; i < rules; i++)
        {
            outcomes[i] = Doubt(_byServer[(server * rules) + i], isIncomplete);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(outcomes);
    }

    private static Outcome Doubt(Outcome outcome, bool isIncomplete) => isIncomplete && outcome != Outcome.Fired ? Outcome.Incomplete : outcome;

    private void Set(int server, int rule, Outcome outcome)
    {
        Raise(ref _run[rule], outcome);
        if (server >= 0)
        {
            Raise(ref _byServer[(server * rules) + rule], outcome);
        }
    }

    private static void Raise(ref Outcome known, Outcome outcome)
    {
        if (known != Outcome.Fired && (known != Outcome.Incomplete || outcome == Outcome.Fired))
        {
            known = outcome;
        }
    }

    private static Outcome[] Filled(int length)
    {
        var outcomes = new Outcome[length];
        for (var i = 0; i < length; i++)
        {
            outcomes[i] = Outcome.NotApplicable;
        }

        return outcomes;
    }
}
