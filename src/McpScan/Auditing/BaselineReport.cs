using System.Collections.Immutable;
using McpScan.Governance.Baselines;

namespace McpScan.Auditing;

/// <summary>How the findings stand to an earlier report.</summary>
/// <param name="Path">The earlier report as the caller named it.</param>
/// <param name="New">Findings that it does not have.</param>
/// <param name="Unchanged">Findings that it has as they are.</param>
/// <param name="Updated">Findings that it has with other evidence or a lower severity; they count.</param>
/// <param name="Absent">Its findings that are no longer there, by fingerprint.</param>
public sealed record BaselineReport(string Path, int New, int Unchanged, int Updated, ImmutableArray<BaselineFinding> Absent)
{
    internal static BaselineReport? Of(Baseline? baseline, ImmutableArray<Finding> findings)
    {
        if (baseline is null)
        {
            return null;
        }

        var found = findings.Select(static finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        return new BaselineReport(
            baseline.Path,
            findings.Count(static finding => finding.BaselineState == BaselineState.New),
            findings.Count(static finding => finding.BaselineState == BaselineState.Unchanged),
            findings.Count(static finding => finding.BaselineState == BaselineState.Updated),
            [.. baseline.Findings.Values.Where(known => !found.Contains(known.Fingerprint))]);
    }
}
