using System.Collections.Immutable;
using McpScan.Checks.Prose;
using McpScan.Language;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Asks what the sentences of a text say: who is to do what with what, how strongly, and whether it is demanded or only mentioned.</summary>
internal sealed class StatementCheck : ICheck
{
    public string Name => "statement";

    public string Summary => "Finds sentences, also hidden or encoded ones, that say something given by the facts that meet in it.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
    [
        new("of", "Sets of catalogs/lists/statements.yaml; where one is given, a sentence that is worded as innocent ones are is taken to have been misread.", Kind: ArgumentKind.StatementSet),
        new("says", "Further tests: facts with commas between them, a|b for either, !a|b for neither, ?a for an innocent fact that may be there.", Kind: ArgumentKind.Facts),
        new("encoded", "true: only what was decoded counts."),
    ];

    public bool MayFind(CheckInput input) => MayHoldAny(input.Arguments.Statements, input.Texts.Facts);

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode scalar } entry)
        {
            return [];
        }

        var reading = input.Texts.Of(scalar);
        var place = StatementQuestion.PlaceOf(entry.Field);
        foreach (var layer in reading.Layers)
        {
            if (MayHoldAny(input.Arguments.Statements, layer.Facts | place))
            {
                return Find(input, entry, scalar, reading, place);
            }
        }

        return [];
    }

    private static IEnumerable<Hit> Find(CheckInput input, FieldEntry entry, ScalarNode scalar, TextReading reading, FactSet place)
    {
        var tests = input.Arguments.Statements;
        var isWeighed = input.Arguments.Texts("of").Count > 0;
        var isEncodedOnly = input.Arguments.Flag("encoded", false);
        foreach (var layer in reading.Layers)
        {
            var (first, last) = (0, -1);
            for (var i = 0; i < (isEncodedOnly && layer.Encoding is null ? 0 : layer.Statements.Count); i++)
            {
                var statement = layer.Statements[i];
                first = statement.Start == layer.Statements[first].Start ? first : i;
                if (statement.Start != last && HoldsAny(tests, StatementQuestion.FactsOf(statement.Facts, place)) && !(isWeighed && SignalReading.Of(layer).IsInnocent(first, place)))
                {
                    last = statement.Start;
                    var hit = StatementQuestion.HitOf(entry, scalar, layer, statement);
                    yield return statement.Facts.Has(Fact.NeighbourTool) ? WithOwner(hit, input) : hit;
                }
            }
        }
    }

    /// <summary>Adds whose tool it is that the sentence names.</summary>
    private static Hit WithOwner(Hit hit, CheckInput input) =>
        input.Server is { } server && ToolMentions.Of(input.Together).Find(hit.Values.GetValueOrDefault("tool", ""), server) is var (tool, owner, _)
            ? hit with { Values = hit.Values.SetItem("owner", owner.Name.Raw), Related = hit.Related.Add((tool.Location, "the tool that is named")) }
            : hit;

    private static bool MayHoldAny(FactTest[] tests, FactSet facts)
    {
        foreach (var test in tests)
        {
            if (test.MayHold(facts))
            {
                return true;
            }
        }

        return false;
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
