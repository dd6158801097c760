using System.Collections.Immutable;
using McpScan.Checks.Prose;
using McpScan.Language;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Asks what a changed text says and its pinned form did not say.</summary>
internal sealed class NewStatement : ICheck
{
    public string Name => "new-statement";

    public string Summary => "Finds sentences in texts that differ from the lock that say something which the pinned text did not say.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
    [
        new("of", "Sets of catalogs/lists/statements.yaml; a set counts as said where any of its tests holds.", IsRequired: true, Kind: ArgumentKind.StatementSet),
    ];

    public bool MayFind(CheckInput input) => !input.Subject.Changes.IsEmpty;

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        foreach (var change in input.Subject.Changes)
        {
            if (change is not { Kind: ChangeKind.ChangedText or ChangeKind.AddedText, Now: ScalarNode now, NewText: not null, Field: { } field })
            {
                continue;
            }

            var place = StatementQuestion.PlaceOf(field);
            var before = change.Before is ScalarNode old ? input.Texts.Of(old) : TextReading.Empty;
            foreach (var set in input.Arguments.Texts("of"))
            {
                var tests = StatementTests.Of(set);
                if (First(input.Texts.Of(now), tests, place) is var (layer, statement) && First(before, tests, place) is null)
                {
                    var hit = StatementQuestion.HitOf(new FieldEntry(field, now), now, layer, statement);
                    yield return hit with
                    {
                        Change = change,
                        Values = hit.Values.SetItem("says", set.Replace('-', ' ')).SetItem("what", change.What),
                        Related = change.Before is { } pinned ? [(pinned.At(), "as it was pinned")] : [],
                    };
                }
            }
        }
    }

    private static (TextLayer Layer, Statement Statement)? First(TextReading reading, ImmutableArray<FactTest> tests, FactSet place)
    {
        foreach (var layer in reading.Layers)
        {
            foreach (var statement in layer.Statements)
            {
                var facts = StatementQuestion.FactsOf(statement.Facts, place);
                foreach (var test in tests)
                {
                    if (test.Holds(facts))
                    {
                        return (layer, statement);
                    }
                }
            }
        }

        return null;
    }
}
