using McpScan.Auditing;
using McpScan.Rules;

namespace McpScan.Reporting;

/// <summary>The findings of one server, worst first; those of clients and files form a group without a server.</summary>
internal sealed record FindingGroup(ServerReport? Server, IReadOnlyList<Finding> Findings)
{
    /// <summary>Groups with findings, the worst server first; the report's own order breaks ties.</summary>
    public static List<FindingGroup> Of(AuditReport report)
    {
        var byServer = new Dictionary<string, List<Finding>>(StringComparer.Ordinal);
        foreach (var finding in report.Findings)
        {
            var key = finding.Server ?? "";
            if (!byServer.TryGetValue(key, out var list))
            {
                byServer.Add(key, list = []);
            }

            list.Add(finding);
        }

        var groups = new List<FindingGroup>();
        foreach (var server in WorstFirst(report))
        {
            if (byServer.Remove(server.Id, out var list))
            {
                groups.Add(new FindingGroup(server, Sort(list)));
            }
        }

        var rest = new List<Finding>();
        foreach (var finding in report.Findings)
        {
            if (byServer.ContainsKey(finding.Server ?? ""))
            {
                rest.Add(finding);
            }
        }

        if (rest.Count > 0)
        {
            groups.Add(new FindingGroup(null, Sort(rest)));
        }

        return groups;
    }

    /// <summary>Servers by verdict, then risk, then in the report's order.</summary>
    public static List<ServerReport> WorstFirst(AuditReport report) =>
        [.. report.Servers.OrderByDescending(s => ((int)s.Verdict * 8) + Risk(s))];

    private static int Risk(ServerReport server) => server.Risk is { } risk ? (int)risk + 1 : 0;

    /// <summary>Open before accepted, then by severity; within it the report's order, which is by path.</summary>
    private static List<Finding> Sort(List<Finding> findings) =>
        [.. findings.OrderByDescending(f => ((f.Status == FindingStatus.Open ? 1 : 0) * 8) + (int)f.Severity)];
}
