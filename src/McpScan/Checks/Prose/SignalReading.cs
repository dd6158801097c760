using McpScan.Language;

namespace McpScan.Checks.Prose;

/// <summary>What a layer gives of signals and wordings, read once for all rules that count them.</summary>
/// <param name="layer">The layer.</param>
internal sealed class SignalReading(TextLayer layer)
{
    /// <summary>Acts that steer the model where they are forbidden.</summary>
    private static readonly FactSet Steering = FactSet.Of(Fact.Tell, Fact.Disclose, Fact.Ask, Fact.Answer, Fact.Call, Fact.Prefer, Fact.Verify, Fact.Notice);

    /// <summary>What is never called innocent for its wording.</summary>
    private static readonly FactSet Unweighed = FactSet.Of(Fact.Foreign, Fact.Hidden, Fact.NeighbourTool);

    /// <summary>What a tool does that finds attacks, beside the acts that it finds.</summary>
    private static readonly FactSet Reporting = FactSet.Of(Fact.Tell, Fact.Disclose, Fact.Verify, Fact.Notice);

    /// <summary>Log-odds below which a sentence is worded as innocent ones are.</summary>
    private const double Innocent = -1.75;

    /// <summary>What a wording must have more of, in log-odds, where a text begins: documentation says there what the tool does.</summary>
    private const double Beginning = 1.6;

    /// <summary>
    /// What a wording must have more of, in log-odds, for each time that the number of sentences grows by a factor of <c>e</c>: each may look like an order by chance. Counted up to some sentences only: who
    /// pads a text shall gain little.
    /// </summary>
    private const double PerSentences = 0.6;
    private const int MostSentences = 12;

    private readonly List<(SignalSet Set, ulong[] Given)> _given = [];
    private readonly double _length = PerSentences * Math.Log(Math.Max(1, layer.Sentences().Take(MostSentences).Count()));
    private double?[]? _scores;
    private WordingReading? _wordings;

    /// <summary>What a layer gives, read once.</summary>
    public static SignalReading Of(TextLayer layer) => layer.Memo.Of(layer, static l => new SignalReading(l));

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

    /// <summary>
    /// How the sentence that begins with a statement is worded, see <see cref="WordingReading.ScoreOf"/>, less what its place and the length of the text make likely by themselves; least of all where it orders
    /// nothing that could steer.
    /// </summary>
    public double ScoreOf(int first, FactSet place)
    {
        _scores ??= new double?[layer.Statements.Count];
        return _scores[first] ??= IsIdle(first) ? double.NegativeInfinity : WordingOf(first, place) - _length - (first == 0 ? Beginning : 0);
    }

    /// <summary>
    /// Whether the sentence that begins with a statement is worded as innocent ones are, so that the facts that meet in it were probably misread. Never said of what was hidden or encoded, of
    /// other languages, of which the model knows little, and of sentences too short or too long for it.
    /// </summary>
    public bool IsInnocent(int first, FactSet place) =>
        layer.Encoding is null && !layer.Statements[first].Sentence.Overlaps(Unweighed) && WordingOf(first, place) < Innocent
        && WordingModel.MayBeInnocent(layer.Plain.Folded.AsSpan(layer.Statements[first].Start, layer.Statements[first].Length));

    private double WordingOf(int first, FactSet place) => (_wordings ??= new WordingReading(WordingWeight.BuiltIn, layer, place)).ScoreOf(first);

    /// <summary>
    /// Whether a sentence orders nothing that could steer the model: it lists examples (values of a parameter, such as names of operations, are full of acts), it reports what others
    /// ask (<c>flags descriptions that ask a model to …</c>), or all that it orders is to ask the user or to leave something alone. Not to tell, to ask, to call or to choose is an order like others, unless the
    /// user says so.
    /// </summary>
    private bool IsIdle(int first)
    {
        var sentence = FactSet.None;
        var (orders, harmless, reported, isReport) = (0, 0, 0, true);
        var end = layer.EndOfSentence(first);
        for (var i = first; i < end; i++)
        {
            var facts = layer.Statements[i].Facts;
            sentence |= layer.Statements[i].Sentence;
            reported += facts.Has(Fact.Reported) ? 1 : 0;
            isReport &= facts.Has(Fact.Reported) || facts.Overlaps(Reporting);
            orders += facts.Has(Fact.Demanded) ? 1 : 0;
            harmless += facts.Has(Fact.Demanded) && IsHarmless(facts) ? 1 : 0;
        }

        return (isReport && reported > 0 && orders == 0) || (orders == 0 ? sentence.Has(Fact.ExampleWord) : orders == harmless);
    }

    /// <summary>Whether an order is one to ask the user, to go on only with their leave, or to leave something alone.</summary>
    private static bool IsHarmless(FactSet order) =>
        order.Has(Fact.Negated) ? order.Has(Fact.Confirm) || !order.Overlaps(Steering) : order.Has(Fact.Confirm) && order.Has(Fact.Ask);

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
