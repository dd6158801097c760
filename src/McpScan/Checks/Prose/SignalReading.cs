using McpScan.Language;

namespace McpScan.Checks.Prose;

/// <summary>What a layer gives of signals and wordings, read once for all rules that count them.</summary>
/// <param name="layer">The layer.</param>
internal sealed class SignalReading(TextLayer layer)
{
    private readonly List<(SignalSet Set, ulong[] Given)> _given = [];
    private double[]? _scores;

    /// <summary>The signals that each statement gives, a bit for each signal of the set.</summary>
    public ulong[] Given(SignalSet set, FactSet place)
    {
        foreach (var (known, given) in _given)
        {
            if (ReferenceEquals(known, set))
            {
                return given;
            }
        }

        var made = Read(set, place);
        _given.Add((set, made));
        return made;
    }

    /// <summary>How the sentence that begins with a statement is worded, see <see cref="WordingModel.Score"/>.</summary>
    public double ScoreOf(int first, FactSet place)
    {
        if (_scores is null)
        {
            _scores = new double[layer.Statements.Count];
            Array.Fill(_scores, double.NaN);
        }

        if (double.IsNaN(_scores[first]))
        {
            _scores[first] = WordingWeight.BuiltIn.Score(layer, first, place);
        }

        return _scores[first];
    }

    private ulong[] Read(SignalSet set, FactSet place)
    {
        var possible = set.Possible(layer.Facts | place);
        var given = new ulong[layer.Statements.Count];
        for (var i = 0; i < given.Length; i++)
        {
            given[i] = set.Given(StatementQuestion.FactsOf(layer.Statements[i].Facts, place), possible);
        }

        return given;
    }
}
