using System.Collections.Immutable;
using System.Numerics;
using McpScan.Language;

namespace McpScan.Checks.Prose;

/// <summary>Looks for enough signals within a few sentences of a layer: a long text gives many, far from each other.</summary>
internal sealed class SignalMeeting(SignalSet set, WordingWeight[] wording, int atLeast)
{
    /// <summary>How many sentences signals may stand apart to count together.</summary>
    private const int Window = 4;

    private const int None = -1;

    private readonly int[] _last = new int[set.Signals.Length];
    private readonly int[] _sentence = new int[set.Signals.Length];
    private readonly int _mostWording = WeightOf(double.PositiveInfinity, wording);

    /// <summary>The statements at which signals were given and how the sentence there was worded; null where too few meet.</summary>
    public Met? Find(TextLayer layer, FactSet place)
    {
        var reading = SignalReading.Of(layer);
        var given = reading.Given(set, place);
        var (near, sentence) = (0UL, 0);
        for (var (first, end) = (0, 0); first < given.Length; first = end, sentence++)
        {
            end = layer.EndOfSentence(first);
            near = Near(near, sentence);
            for (var i = first; i < end; i++)
            {
                near |= given[i];
                Note(given[i], i, sentence);
            }

            var weight = set.WeightOf(near);
            if (weight >= atLeast)
            {
                return new Met(Last(near), None, []);
            }

            // A wording is never enough alone, and asking for it is dear; a signal that weighs nothing is company enough.
            if (near != 0 && weight + _mostWording >= atLeast && weight + WeightOf(reading.ScoreOf(first, place), wording) >= atLeast)
            {
                return new Met(Last(near), first, WordingWeight.BuiltIn.Reasons(layer, first, place));
            }
        }

        return null;
    }

    /// <summary>Remembers where signals were given last.</summary>
    private void Note(ulong signals, int statement, int sentence)
    {
        for (var rest = signals; rest != 0; rest &= rest - 1)
        {
            var s = BitOperations.TrailingZeroCount(rest);
            (_last[s], _sentence[s]) = (statement, sentence);
        }
    }

    /// <summary>Those of some signals that are not too far behind a sentence.</summary>
    private ulong Near(ulong signals, int sentence)
    {
        for (var rest = signals; rest != 0; rest &= rest - 1)
        {
            var s = BitOperations.TrailingZeroCount(rest);
            signals &= sentence - _sentence[s] >= Window ? ~(1UL << s) : ulong.MaxValue;
        }

        return signals;
    }

    private ImmutableArray<int> Last(ulong near) => [.. _last.Select((statement, s) => (near >> s & 1) != 0 ? statement : None)];

    private static int WeightOf(double score, WordingWeight[] wording)
    {
        var weight = 0;
        foreach (var step in wording)
        {
            weight = score >= step.AtLeast ? Math.Max(weight, step.Weight) : weight;
        }

        return weight;
    }
}
