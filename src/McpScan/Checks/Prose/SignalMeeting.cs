using System.Runtime.CompilerServices;
using McpScan.Language;

namespace McpScan.Checks.Prose;

/// <summary>Looks for enough signals within a few sentences of a layer: a long text gives many, far from each other.</summary>
internal sealed class SignalMeeting(Signal[] signals, WordingWeight[] wording, int atLeast)
{
    /// <summary>How many sentences signals may stand apart to count together.</summary>
    private const int Window = 4;

    private const int None = -1;

    private static readonly ConditionalWeakTable<TextLayer, double[]> Scores = [];

    private readonly int[] _last = new int[signals.Length];
    private readonly int[] _sentence = new int[signals.Length];
    private readonly int _mostWording = wording.Select(static w => w.Weight).DefaultIfEmpty().Max();

    /// <summary>The statements at which signals were given and how the sentence there was worded; null where too few meet.</summary>
    public Met? Find(TextLayer layer, FactSet place)
    {
        Array.Fill(_last, None);
        var sentence = 0;
        for (var first = 0; first < layer.Statements.Count; first = layer.EndOfSentence(first), sentence++)
        {
            var weight = Look(layer, first, place, sentence);
            if (weight >= atLeast)
            {
                return new Met([.. _last], None, []);
            }

            // A wording is never enough alone, and asking for it is dear.
            if (weight == 0 || weight + _mostWording < atLeast)
            {
                continue;
            }

            if (weight + WeightOf(ScoreOf(layer, first, place)) >= atLeast)
            {
                return new Met([.. _last], first, WordingWeight.BuiltIn.Reasons(WordingFeatures.Of(layer, first, place)));
            }
        }

        return null;
    }

    /// <summary>Notes the signals of a sentence, and gives the weight of those that are near.</summary>
    private int Look(TextLayer layer, int first, FactSet place, int sentence)
    {
        for (var i = first; i < layer.EndOfSentence(first); i++)
        {
            var facts = StatementQuestion.FactsOf(layer.Statements[i].Facts, place);
            for (var s = 0; s < signals.Length; s++)
            {
                if (signals[s].Test.Holds(facts))
                {
                    (_last[s], _sentence[s]) = (i, sentence);
                }
            }
        }

        var weight = 0;
        for (var s = 0; s < signals.Length; s++)
        {
            if (_last[s] != None && sentence - _sentence[s] >= Window)
            {
                _last[s] = None;
            }

            weight += _last[s] != None ? signals[s].Weight : 0;
        }

        return weight;
    }

    /// <summary>How a sentence is worded, asked once for all rules.</summary>
    private static double ScoreOf(TextLayer layer, int first, FactSet place)
    {
        var scores = Scores.GetValue(layer, static l =>
        {
            var unknown = new double[l.Statements.Count];
            Array.Fill(unknown, double.NaN);
            return unknown;
        });
        if (double.IsNaN(scores[first]))
        {
            scores[first] = WordingWeight.BuiltIn.Score(WordingFeatures.Of(layer, first, place));
        }

        return scores[first];
    }

    private int WeightOf(double score)
    {
        var weight = 0;
        foreach (var step in wording)
        {
            weight = score >= step.AtLeast ? Math.Max(weight, step.Weight) : weight;
        }

        return weight;
    }
}
