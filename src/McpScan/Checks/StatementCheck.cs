using System.Collections.Immutable;
using McpScan.Checks.Prose;
using McpScan.Language;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Asks what the sentences of a text say: who is to do what with what, how strongly, and whether it is demanded or only mentioned.</summary>
internal sealed class StatementCheck : ICheck
{
    public string Name => "statement";

    public string Summary => "Finds sentences, also hidden or encoded ones, that say something given by the facts that meet in it.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
    [
        new("of", "Sets of catalogs/lists/statements.yaml.", Kind: ArgumentKind.StatementSet),
        new("says", "Further tests: facts with commas between them, a|b for either, !a|b for neither, ?a for an innocent fact that may be there.", Kind: ArgumentKind.Facts),
        new("encoded", "true: only what was decoded counts."),
    ];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode scalar } entry)
        {
            yield break;
        }

        var tests = input.Arguments.Statements;
        var place = StatementQuestion.PlaceOf(entry.Field);
        var isEncodedOnly = input.Arguments.Flag("encoded", false);
        foreach (var layer in input.Texts.Of(scalar).Layers)
        {
            var last = -1;
            foreach (var statement in isEncodedOnly && layer.Encoding is null ? [] : layer.Statements)
            {
                if (statement.Start != last && HoldsAny(tests, StatementQuestion.FactsOf(statement.Facts, place)))
                {
                    last = statement.Start;
                    yield return StatementQuestion.HitOf(entry, scalar, layer, statement);
                }
            }
        }
    }

    private static bool HoldsAny(FactTest[] tests, FactSet facts)
    {
        foreach (var test in tests)
        {
            if (test.Holds(facts))
            {
                return true;
            }
        }

        return false;
    }
}
