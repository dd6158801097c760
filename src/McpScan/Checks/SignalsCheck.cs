using System.Collections.Immutable;
using McpScan.Checks.Prose;
using McpScan.Language;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>Counts signals that mean little alone: each is a test of statements, and enough different ones in the texts of one subject are a finding that names them.</summary>
internal sealed class SignalsCheck : ICheck
{
    /// <summary>How many sentences signals may stand apart to count together.</summary>
    private const int Window = 4;

    private const int None = -1;

    public string Name => "signals";

    public string Summary => "Counts which of several weak signals meet within a few sentences of a text; fires where they weigh enough together, and says which met.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
    [
        new("of", "Signals, each written 'name: fact, a|b, !c', with a weight such as 'name (2): …' where it is not 1.", IsRequired: true, Kind: ArgumentKind.Signal),
        new("atLeast", "The sum of weights from which it fires.", IsRequired: true),
    ];

    public bool MayFind(CheckInput input)
    {
        var weight = 0;
        foreach (var signal in input.Arguments.Signals)
        {
            weight += signal.Test.MayHold(input.Texts.Facts) ? signal.Weight : 0;
        }

        return weight >= input.Arguments.Number("atLeast", 2);
    }

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        var signals = input.Arguments.Signals;
        var atLeast = input.Arguments.Number("atLeast", 2);
        foreach (var entry in input.Subject.Entries)
        {
            if (entry is not { Field.IsText: true, Node: ScalarNode { Kind: ScalarKind.String } scalar })
            {
                continue;
            }

            var place = StatementQuestion.PlaceOf(entry.Field);
            foreach (var layer in input.Texts.Of(scalar).Layers)
            {
                if (Meeting(signals, layer.Statements, place, atLeast) is { } met)
                {
                    yield return HitOf(signals, met, entry, scalar, layer);
                    yield break;
                }
            }
        }
    }

    /// <summary>For each signal the statement that gives it, where enough of them meet within a few sentences; else null. A long text gives many signals, far from each other.</summary>
    private static int[]? Meeting(Signal[] signals, IReadOnlyList<Statement> statements, FactSet place, int atLeast)
    {
        var last = new int[signals.Length];
        var sentences = 0;
        var sentenceOf = new int[statements.Count];
        Array.Fill(last, None);
        for (var i = 0; i < statements.Count; i++)
        {
            sentences += i > 0 && statements[i - 1].Start != statements[i].Start ? 1 : 0;
            sentenceOf[i] = sentences;
            var weight = 0;
            for (var s = 0; s < signals.Length; s++)
            {
                last[s] = signals[s].Test.Holds(StatementQuestion.FactsOf(statements[i].Facts, place)) ? i : last[s];
                weight += last[s] != None && sentences - sentenceOf[last[s]] < Window ? signals[s].Weight : 0;
            }

            if (weight >= atLeast)
            {
                for (var s = 0; s < last.Length; s++)
                {
                    last[s] = last[s] != None && sentences - sentenceOf[last[s]] < Window ? last[s] : None;
                }

                return last;
            }
        }

        return null;
    }

    /// <summary>One finding, at the weightiest signal; the others are its related places.</summary>
    private static Hit HitOf(Signal[] signals, int[] met, FieldEntry entry, ScalarNode scalar, TextLayer layer)
    {
        var first = -1;
        var names = new List<string>();
        for (var s = 0; s < met.Length; s++)
        {
            if (met[s] != None)
            {
                names.Add(signals[s].Name);
                first = first < 0 || signals[s].Weight > signals[first].Weight ? s : first;
            }
        }

        var hit = StatementQuestion.HitOf(entry, scalar, layer, layer.Statements[met[first]]);
        var others = met.Where(at => at != None && layer.Statements[at].Start != layer.Statements[met[first]].Start).Distinct()
            .Select(at => StatementQuestion.HitOf(entry, scalar, layer, layer.Statements[at]));
        return hit with
        {
            Values = hit.Values.SetItem("signals", string.Join(", ", names)),
            Related = [.. others.Select(static other => (new Location(other.Node.Source, other.Span), "adds to it"))],
        };
    }
}
