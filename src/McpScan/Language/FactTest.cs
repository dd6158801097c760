using System.Collections.Immutable;

namespace McpScan.Language;

/// <summary>What a rule asks of a statement: one fact of each of several sets, and none of another. Written <c>demanded, send|include, !own-tool, ?foreign</c>.</summary>
/// <param name="All">Sets of which the statement must have one fact each.</param>
/// <param name="None">Facts that the statement must not have.</param>
public sealed record FactTest(ImmutableArray<FactSet> All, FactSet None)
{
    /// <summary>What no statement may be that is to count, unless a test asks for it: a report, an example, something allowed, when to use the tool itself, or in a language whose word order is not judged.</summary>
    private static readonly FactSet Innocent = FactSet.Of(Fact.Reported, Fact.Example, Fact.Optional, Fact.Foreign, Fact.SelfUse);

    /// <summary>Whether a set of facts passes.</summary>
    public bool Holds(FactSet facts)
    {
        if (facts.Overlaps(None))
        {
            return false;
        }

        foreach (var set in All)
        {
            if (!facts.Overlaps(set))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether it may pass for some subset of these facts.</summary>
    public bool MayHold(FactSet facts)
    {
        foreach (var set in All)
        {
            if (!facts.Overlaps(set))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads the notation.</summary>
    /// <param name="text">Facts with commas between them; <c>a|b</c> is either, <c>!a|b</c> is neither, <c>?a</c> lets an innocent fact pass.</param>
    /// <param name="problem">What is wrong with it, or null.</param>
    public static FactTest Parse(string text, out string? problem)
    {
        problem = null;
        var all = ImmutableArray.CreateBuilder<FactSet>();
        var (none, asked) = (FactSet.None, FactSet.None);
        foreach (var item in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var set = FactSet.None;
            foreach (var name in item.TrimStart('!', '?').Split('|'))
            {
                if (FactNames.Find(name) is { } fact)
                {
                    set |= FactSet.Of(fact);
                }
                else
                {
                    problem ??= $"'{name}' is no fact; docs/facts.md lists them.";
                }
            }

            if (item[0] == '!')
            {
                none |= set;
            }
            else if (item[0] == '?')
            {
                asked |= set;
            }
            else
            {
                all.Add(set);
                asked |= set;
            }
        }

        problem ??= all.Count == 0 ? "A test names at least one fact that must be there." : null;
        return new FactTest(all.ToImmutable(), none | Innocent.Without(asked));
    }
}
