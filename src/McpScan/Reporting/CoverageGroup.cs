using McpScan.Modeling;

namespace McpScan.Reporting;

/// <summary>Gaps of the coverage with the same reason, the most frequent reason first.</summary>
internal sealed record CoverageGroup(string Reason, IReadOnlyList<string> Paths)
{
    public static List<CoverageGroup> Of(IEnumerable<CoverageGap> gaps)
    {
        var byReason = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var groups = new List<CoverageGroup>();
        foreach (var gap in gaps)
        {
            if (!byReason.TryGetValue(gap.Reason, out var paths))
            {
                byReason.Add(gap.Reason, paths = []);
                groups.Add(new CoverageGroup(gap.Reason, paths));
            }

            paths.Add(gap.Path);
        }

        groups.Sort(static (a, b) => b.Paths.Count.CompareTo(a.Paths.Count) is not 0 and var order ? order : string.CompareOrdinal(a.Reason, b.Reason));
        return groups;
    }
}
