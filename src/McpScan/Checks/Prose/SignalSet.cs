using System.Collections.Immutable;
using System.Numerics;
using McpScan.Language;

namespace McpScan.Checks.Prose;

/// <summary>Signals that are counted together; sets of them are written as bits, in the order of the signals.</summary>
/// <param name="Signals">The signals.</param>
/// <exception cref="InvalidOperationException">There are more than <see cref="Most"/>.</exception>
public sealed record SignalSet(ImmutableArray<Signal> Signals)
{
    /// <summary>How many signals a set can have.</summary>
    public const int Most = 64;

    public ImmutableArray<Signal> Signals { get; } = Signals.Length <= Most ? Signals : throw new InvalidOperationException($"A set has at most {Most} signals.");

    /// <summary>The signals that statements may give which have these facts among them.</summary>
    public ulong Possible(FactSet facts)
    {
        var signals = 0UL;
        for (var s = 0; s < Signals.Length; s++)
        {
            signals |= Signals[s].Test.MayHold(facts) ? 1UL << s : 0;
        }

        return signals;
    }

    /// <summary>Those of some signals that a statement gives.</summary>
    public ulong Given(FactSet facts, ulong possible)
    {
        var signals = 0UL;
        for (var rest = possible; rest != 0; rest &= rest - 1)
        {
            var s = BitOperations.TrailingZeroCount(rest);
            signals |= Signals[s].Test.Holds(facts) ? 1UL << s : 0;
        }

        return signals;
    }

    /// <summary>What signals weigh together.</summary>
    public int WeightOf(ulong signals)
    {
        var weight = 0;
        for (var rest = signals; rest != 0; rest &= rest - 1)
        {
            weight += Signals[BitOperations.TrailingZeroCount(rest)].Weight;
        }

        return weight;
    }
}
