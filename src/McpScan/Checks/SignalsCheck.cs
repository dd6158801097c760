using System.Collections.Immutable;
using McpScan.Checks.Prose;
using McpScan.Language;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>
/// Counts signals that mean little alone: each is a test of statements, and enough different ones in the texts of one subject are a finding that names them. How a sentence is
/// worded (<see cref="WordingModel"/>) may be one of them, and is never enough without another.
/// </summary>
internal sealed class SignalsCheck : ICheck
{
    public string Name => "signals";

    public string Summary => "Counts which of several weak signals meet within a few sentences of a text; fires where they weigh enough together, and says which met.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
    [
        new("of", "Sets of signals of catalogs/lists/signals.yaml.", IsRequired: true, Kind: ArgumentKind.SignalSet),
        new("wording", "What the wording of a sentence weighs as one more signal, each written 'log-odds: weight', the log-odds less than the model's at the beginning of a text and in a long one; nothing where it is not given.", Kind: ArgumentKind.Wording),
        new("atLeast", "The sum of weights from which it fires.", IsRequired: true),
    ];

    public bool MayFind(CheckInput input) => MayReach(input, input.Texts.Facts);

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        var signals = input.Arguments.Signals;
        var meeting = new SignalMeeting(signals, input.Arguments.Wording, input.Arguments.Number("atLeast", 2));
        foreach (var entry in input.Subject.Entries)
        {
            if (entry is not { Field.IsText: true, Node: ScalarNode { Kind: ScalarKind.String } scalar })
            {
                continue;
            }

            var place = StatementQuestion.PlaceOf(entry.Field);
            foreach (var layer in input.Texts.Of(scalar).Layers)
            {
                if (MayReach(input, layer.Facts | place) && meeting.Find(layer, place) is { } met)
                {
                    yield return HitOf(signals, met, entry, scalar, layer);
                    yield break;
                }
            }
        }
    }

    /// <summary>Whether statements with these facts among them can weigh enough.</summary>
    private static bool MayReach(CheckInput input, FactSet facts)
    {
        var signals = input.Arguments.Signals.Possible(facts);
        var most = 0;
        foreach (var step in input.Arguments.Wording)
        {
            most = Math.Max(most, step.Weight);
        }

        return signals != 0 && input.Arguments.Signals.WeightOf(signals) + most >= input.Arguments.Number("atLeast", 2);
    }

    /// <summary>One finding, at the sentence whose wording counted, else at the weightiest signal; the others are its related places.</summary>
    private static Hit HitOf(SignalSet set, Met met, FieldEntry entry, ScalarNode scalar, TextLayer layer)
    {
        var signals = set.Signals;
        var names = new List<string>();
        var first = -1;
        for (var s = 0; s < signals.Length; s++)
        {
            if (met.Statements[s] >= 0)
            {
                names.Add(signals[s].Name);
                first = first < 0 || signals[s].Weight > signals[first].Weight ? s : first;
            }
        }

        var at = met.Worded;
        if (at < 0)
        {
            at = met.Statements[first];
        }
        else
        {
            names.Add($"a wording known from attacks ({string.Join(", ", met.Words)})");
        }

        var hit = StatementQuestion.HitOf(entry, scalar, layer, layer.Statements[at]);
        var others = met.Statements.Where(i => i >= 0 && layer.Statements[i].Start != layer.Statements[at].Start).Distinct()
            .Select(i => StatementQuestion.HitOf(entry, scalar, layer, layer.Statements[i]));
        return hit with
        {
            Values = hit.Values.SetItem("signals", string.Join(", ", names)),
            Related = [.. others.Select(static other => (new Location(other.Node.Source, other.Span), "adds to it"))],
        };
    }
}
