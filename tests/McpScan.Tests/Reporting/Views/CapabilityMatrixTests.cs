using System.Collections.Immutable;
using McpScan.Auditing;
using McpScan.Modeling;
using McpScan.Reporting.Views;

namespace McpScan.Tests.Reporting.Views;

public sealed class CapabilityMatrixTests
{
    [Fact]
    public void Columns_of_which_nothing_is_there_are_only_named()
    {
        var matrix = CapabilityMatrix.Of(FleetReport.Realistic, servers: 10, tools: 10);

        matrix.Columns.Select(column => column.Title).ShouldBe(["files read", "files changed", "data read", "data changed", "network", "money", "untrusted content"]);
        matrix.Absent.ShouldBe("database; programs; code; messages; memory; browser, desktop; cloud; agents; secrets, environment");
        matrix.Note.ShouldBe("Nothing is declared or observed of 3 servers.");
    }

    [Fact]
    public void Of_many_tools_those_that_can_do_most_are_shown_and_the_others_counted()
    {
        ImmutableArray<ToolReport> tools =
        [
            .. Enumerable.Range(0, 500).Select(i => new ToolReport($"plain{i}", CapabilityReports.Empty)),
            .. Enumerable.Range(0, 500).Select(i => Tool($"fetch{i}", "network observed")),
            Tool("wipe", "files-changed observed !"),
        ];
        var report = FleetReport.Realistic with { Servers = [FleetReport.Realistic.Servers[0] with { Tools = tools, Capabilities = Tool("all", "network observed", "files-changed observed !").Capabilities }] };

        var server = CapabilityMatrix.Of(report, servers: 10, tools: 4).Servers.ShouldHaveSingleItem();

        server.Tools.Select(tool => tool.Name).ShouldBe(["wipe", "fetch0", "fetch1", "fetch2"]);
        server.Note.ShouldBe("497 more tools stand in the JSON report. Nothing is declared or observed of 500 tools.");
    }

    [Fact]
    public void Of_many_servers_the_worst_are_shown_and_the_others_counted()
    {
        var weather = FleetReport.Realistic.Servers[^1];
        var report = FleetReport.Realistic with { Servers = [.. Enumerable.Range(0, 99).Select(i => weather with { Id = $"s{i:D2}", Verdict = i == 50 ? Verdict.Rejected : Verdict.Approved, Name = $"s{i:D2}" })] };

        var matrix = CapabilityMatrix.Of(report, servers: 2, tools: 0);

        matrix.Servers.Select(server => server.Name).ShouldBe(["s50", "s00"]);
        matrix.Servers.ShouldAllBe(server => server.Tools.Count == 0);
        matrix.Note.ShouldBe("97 more servers stand in the JSON report.");
    }

    private static ToolReport Tool(string name, params ReadOnlySpan<string> cells) => new(name, CapabilityReports.Empty with { Row = SampleCapabilities.Row(cells) });
}
