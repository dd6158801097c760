using McpScan.Modeling;

namespace McpScan.Reporting;

/// <summary>Gaps of the coverage with the same reason, the most frequent reason first.</summary>
internal sealed record CoverageGroup(string Reason, IReadOnlyList<string> Paths)
{
    public static List<CoverageGroup> Of(IEnumerable<CoverageGap> gaps)
    {
        var groups = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var gap in gaps)
        {
            if (!groups.TryGetValue(gap.Reason, out var paths))
            {
                groups.Add(gap.Reason, paths = []);
            }

            paths.Add(gap.Path);
        }

        return [.. groups.OrderByDescending(g => g.Value.Count).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new CoverageGroup(g.Key, g.Value))];
    }
}
