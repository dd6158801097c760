using McpScan.Auditing;
using McpScan.Rules;

namespace McpScan.Evaluation;

/// <summary>What the audit said about a labelled tool.</summary>
/// <param name="Label">What people know.</param>
/// <param name="Rules">Ids of the rules that fired on it at or above the threshold.</param>
/// <param name="WasSeen">Whether the audit found the tool at all.</param>
internal sealed record Verdict(LabelledTool Label, IReadOnlyList<string> Rules, bool WasSeen)
{
    public bool IsFlagged => Rules.Count > 0;
}

/// <summary>Joins a report with the labels.</summary>
internal static class Measurement
{
    /// <param name="labels">The labelled tools; duplicates are measured once.</param>
    /// <param name="report">The audit of the labelled folder.</param>
    /// <param name="threshold">The lowest severity that counts as a flag.</param>
    /// <param name="families">The families that count; empty for all.</param>
    /// <param name="root">The path of the labelled folder as the report writes it, with a trailing slash.</param>
    public static List<Verdict> Measure(IEnumerable<LabelledTool> labels, AuditReport report, Severity threshold, IReadOnlyCollection<string> families, string root)
    {
        var fired = report.Findings
            .Where(f => f.SubjectKind == Modeling.SubjectKind.Tool && f.Severity >= threshold && (families.Count == 0 || families.Contains(f.Rule.Family)))
            .ToLookup(f => (f.Place.Path, f.SubjectName.Raw), f => f.Rule.Id);
        var seen = report.Servers.SelectMany(s => s.Tools.Select(t => (s.Path, t.Name.Raw))).ToHashSet();
        return
        [
            .. labels.Where(l => !l.IsDuplicate).Select(label =>
            {
                var key = (root + label.File, label.Tool);
                return new Verdict(label, [.. fired[key].Distinct().Order(StringComparer.Ordinal)], seen.Contains(key));
            }),
        ];
    }
}
