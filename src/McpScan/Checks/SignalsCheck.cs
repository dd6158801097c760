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
    public string Name => "signals";

    public string Summary => "Counts which of several weak signals the texts of a subject give; fires where they weigh enough together, and says which met.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
    [
        new("of", "Signals, each written 'name: fact, a|b, !c', with a weight such as 'name (2): …' where it is not 1.", IsRequired: true, Kind: ArgumentKind.Signal),
        new("atLeast", "The sum of weights from which it fires.", IsRequired: true),
    ];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        var signals = input.Arguments.Signals;
        var met = new Hit?[signals.Length];
        foreach (var entry in input.Subject.Entries)
        {
            if (entry is not { Field.IsText: true, Node: ScalarNode { Kind: ScalarKind.String } scalar })
            {
                continue;
            }

            var place = StatementQuestion.PlaceOf(entry.Field);
            foreach (var layer in input.Texts.Of(scalar).Layers)
            {
                Collect(signals, met, entry, scalar, layer, place);
            }
        }

        var weight = 0;
        var names = new List<string>();
        for (var i = 0; i < met.Length; i++)
        {
            weight += met[i] is null ? 0 : signals[i].Weight;
            if (met[i] is not null)
            {
                names.Add(signals[i].Name);
            }
        }

        if (weight < input.Arguments.Number("atLeast", 2))
        {
            yield break;
        }

        // One finding, at the weightiest signal; the others are its related places.
        var first = Heaviest(signals, met);
        yield return met[first]! with
        {
            Values = met[first]!.Values.SetItem("signals", string.Join(", ", names)),
            Related = [.. met.Where((hit, i) => hit is not null && i != first).Select(hit => (new Location(hit!.Node.Source, hit.Span), "adds to it"))],
        };
    }

    private static int Heaviest(Signal[] signals, Hit?[] met)
    {
        var best = -1;
        for (var i = 0; i < met.Length; i++)
        {
            best = met[i] is not null && (best < 0 || signals[i].Weight > signals[best].Weight) ? i : best;
        }

        return best;
    }

    private static void Collect(Signal[] signals, Hit?[] met, FieldEntry entry, ScalarNode scalar, TextLayer layer, FactSet place)
    {
        foreach (var statement in layer.Statements)
        {
            for (var i = 0; i < signals.Length; i++)
            {
                if (met[i] is null && signals[i].Test.Holds(StatementQuestion.FactsOf(statement.Facts, place)))
                {
                    met[i] = StatementQuestion.HitOf(entry, scalar, layer, statement);
                }
            }
        }
    }
}
