using McpScan.Auditing;
using McpScan.Modeling;

namespace McpScan.Reporting.Views;

/// <summary>What servers and tools can do, as a table of bounded length: the worst servers first, of each the tools that can do most.</summary>
internal sealed record CapabilityMatrix
{
    /// <summary>However many servers there are, each that is shown may show this many tools.</summary>
    private const int MinTools = 3;

    /// <summary>The groups that any server has something of, in their fixed order.</summary>
    public required IReadOnlyList<MatrixColumn> Columns { get; init; }

    /// <summary>The titles of the others, such as <c>money; cloud</c>; empty where there are none.</summary>
    public required string Absent { get; init; }

    /// <summary>Servers of which something is declared or observed.</summary>
    public required IReadOnlyList<MatrixServer> Servers { get; init; }

    /// <summary>What is not in the table; empty where everything is.</summary>
    public required string Note { get; init; }

    /// <summary>How many columns the table has, with that of the names.</summary>
    public int Span => Columns.Count + 1;

    /// <param name="report">The report.</param>
    /// <param name="servers">How many servers are shown.</param>
    /// <param name="tools">How many tools are shown, of all servers together; none for a table of servers alone.</param>
    public static CapabilityMatrix Of(AuditReport report, int servers, int tools)
    {
        var all = FindingGroup.WorstFirst(report).FindAll(static server => IsMarked(server.Capabilities));
        var shown = all.Take(servers).ToList();
        var columns = new List<int>();
        var absent = new List<string>();
        for (var i = 0; i < CapabilityGroup.All.Length; i++)
        {
            if (all.Exists(server => server.Capabilities.Row[i].Standing != CapabilityStanding.None))
            {
                columns.Add(i);
            }
            else
            {
                absent.Add(CapabilityGroup.All[i].Title);
            }
        }

        var each = tools == 0 ? 0 : Math.Max(MinTools, tools / Math.Max(1, shown.Count));
        return new CapabilityMatrix
        {
            Columns = columns.ConvertAll(static i => new MatrixColumn(CapabilityGroup.All[i].Title)),
            Absent = string.Join("; ", absent),
            Servers = shown.ConvertAll(server => ServerOf(server, columns, each)),
            Note = Phrases.Sentences(
                all.Count > shown.Count ? $"{Phrases.Count(all.Count - shown.Count, "more server stands", "more servers stand")} in the JSON report" : "",
                report.Servers.Length > all.Count ? $"Nothing is declared or observed of {Phrases.Count(report.Servers.Length - all.Count, "server")}" : ""),
        };
    }

    private static MatrixServer ServerOf(ServerReport server, List<int> columns, int tools)
    {
        var marked = server.Tools.Where(static tool => IsMarked(tool.Capabilities)).OrderByDescending(static tool => Weight(tool.Capabilities)).ToList();
        var shown = marked.Take(tools).Select(tool => new MatrixTool(tool.Name.Raw, Cells(tool.Capabilities, columns))).ToList();
        var note = tools == 0 ? "" : Phrases.Sentences(
            marked.Count > shown.Count ? $"{Phrases.Count(marked.Count - shown.Count, "more tool stands", "more tools stand")} in the JSON report" : "",
            server.Tools.Length > marked.Count ? $"Nothing is declared or observed of {Phrases.Count(server.Tools.Length - marked.Count, "tool")}" : "");
        return new MatrixServer(server.Name.Raw, Cells(server.Capabilities, columns), shown, note);
    }

    private static List<MatrixCell> Cells(CapabilityReports capabilities, List<int> columns) =>
        columns.ConvertAll(i => new MatrixCell(capabilities.Row[i].Standing, capabilities.Row[i].IsIrreversible));

    private static bool IsMarked(CapabilityReports capabilities) => capabilities.Row.Any(static cell => cell.Standing != CapabilityStanding.None);

    /// <summary>What cannot be undone weighs more than anything else together.</summary>
    private static int Weight(CapabilityReports capabilities)
    {
        var weight = 0;
        foreach (var cell in capabilities.Row)
        {
            weight += cell.IsIrreversible ? CapabilityGroup.All.Length + 1 : cell.Standing != CapabilityStanding.None ? 1 : 0;
        }

        return weight;
    }
}

internal sealed record MatrixColumn(string Title);

/// <summary>A server and its tools.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cells">A cell for each column.</param>
/// <param name="Tools">The tools that are shown.</param>
/// <param name="Note">Which are not; empty where all are.</param>
internal sealed record MatrixServer(string Name, IReadOnlyList<MatrixCell> Cells, IReadOnlyList<MatrixTool> Tools, string Note);

internal sealed record MatrixTool(string Name, IReadOnlyList<MatrixCell> Cells);

/// <summary>A cell as a template sees it.</summary>
/// <param name="State">Who speaks for it.</param>
/// <param name="IsIrreversible">Whether something of it cannot be undone.</param>
internal sealed record MatrixCell(CapabilityStanding State, bool IsIrreversible)
{
    public bool IsMarked => State != CapabilityStanding.None;

    /// <summary><c>declared</c>, <c>observed</c>, <c>both</c> or <c>none</c>.</summary>
    public string Standing => Words.Of(State);
}
