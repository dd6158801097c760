using System.Collections.Immutable;
using McpScan.Checks;
using McpScan.Modeling;

namespace McpScan.Rules;

/// <summary>A question about a subject: a closed union, no expression language.</summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>Every branch must hold; the spans of all unite.</summary>
    public sealed record All(ImmutableArray<Condition> Branches) : Condition;

    /// <summary>At least one branch must hold; the spans of those that do unite.</summary>
    public sealed record Any(ImmutableArray<Condition> Branches) : Condition;

    /// <summary>The branch must not hold. A field that the subject lacks does not hold.</summary>
    public sealed record Not(Condition Branch) : Condition;

    /// <summary>A leaf: some value of the fields fits the matcher.</summary>
    /// <param name="Index">The leaf's number within its rule, in source order.</param>
    /// <param name="Fields">The fields whose values are asked.</param>
    /// <param name="Key">What the entry's key must fit; null for any.</param>
    /// <param name="Unless">Values that fit this are passed over; null for none.</param>
    /// <param name="Matcher">What the value must fit.</param>
    public sealed record Match(int Index, ImmutableArray<Field> Fields, Matcher? Key, Matcher? Unless, Matcher Matcher) : Condition;

    /// <summary>A leaf: a check written in code finds something in the values of the fields.</summary>
    /// <param name="Index">The leaf's number within its rule, in source order.</param>
    /// <param name="Fields">The fields whose values are asked; empty for a check of the subject as a whole.</param>
    /// <param name="Key">What the entry's key must fit; null for any.</param>
    /// <param name="Unless">Values that fit this are passed over; null for none.</param>
    /// <param name="Question">The check.</param>
    /// <param name="Arguments">Its arguments, validated against its parameters.</param>
    public sealed record Check(int Index, ImmutableArray<Field> Fields, Matcher? Key, Matcher? Unless, ICheck Question, CheckArguments Arguments) : Condition;
}
