using System.Collections.Immutable;
using McpScan.Auditing;
using McpScan.Rules;

namespace McpScan.Reporting.Views;

/// <summary>The rules that were asked, by family, and what each family came to on a server.</summary>
internal sealed class FamilyViews
{
    private readonly int[] _familyOfRule;

    private FamilyViews(List<FamilyView> views, int[] familyOfRule)
    {
        Views = views;
        _familyOfRule = familyOfRule;
    }

    public List<FamilyView> Views { get; }

    /// <summary>Families in their usual order, those of outside rules behind them.</summary>
    public static FamilyViews Of(AuditReport report)
    {
        var names = Families.All.ToList();
        names.AddRange(report.Rules.Select(r => r.Rule.Family).Where(f => !Families.All.Contains(f)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        names.RemoveAll(name => !report.Rules.Any(r => r.Rule.Family == name));
        return new FamilyViews(
            names.ConvertAll(name =>
            {
                var rules = report.Rules.Where(r => r.Rule.Family == name).ToImmutableArray();
                return new FamilyView(name, rules.Count(r => r.Outcome == Outcome.Fired), [.. rules.Select(View)]);
            }),
            [.. report.Rules.Select(r => names.IndexOf(r.Rule.Family))]);
    }

    /// <summary>The worst outcome of each family on a server.</summary>
    public ImmutableArray<CellView> Cells(ServerReport server)
    {
        var fired = new int[Views.Count];
        var seen = new bool[Views.Count, 4];
        for (var i = 0; i < Math.Min(server.Outcomes.Length, _familyOfRule.Length); i++)
        {
            var family = _familyOfRule[i];
            seen[family, (int)server.Outcomes[i]] = true;
            fired[family] += server.Outcomes[i] == Outcome.Fired ? 1 : 0;
        }

        var cells = ImmutableArray.CreateBuilder<CellView>(Views.Count);
        for (var f = 0; f < Views.Count; f++)
        {
            var outcome = seen[f, (int)Outcome.Fired] ? Outcome.Fired
                : seen[f, (int)Outcome.Incomplete] ? Outcome.Incomplete
                : seen[f, (int)Outcome.Clear] ? Outcome.Clear
                : Outcome.NotApplicable;
            cells.Add(new CellView(Words.Of(outcome), fired[f]));
        }

        return cells.MoveToImmutable();
    }

    private static RuleView View(RuleResult result) =>
        new(result.Rule.Id, result.Rule.Title, Words.Of(result.Rule.Severity), Words.Of(result.Outcome), result.Subjects);
}
