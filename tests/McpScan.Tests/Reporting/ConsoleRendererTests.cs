using System.Text;
using McpScan.Auditing;
using McpScan.Reporting.Terminal;

namespace McpScan.Tests.Reporting;

public sealed class ConsoleRendererTests
{
    [Fact]
    public void A_plain_report_of_80_columns_is_as_committed() =>
        Golden.Match("tests/McpScan.Tests/Reporting/Goldens/fleet.console.txt", Render(FleetReport.Realistic));

    internal static string Render(AuditReport report, bool color = false, int width = 80, Verbosity verbosity = Verbosity.Normal)
    {
        using var stream = new MemoryStream();
        new ConsoleRenderer(new ConsoleStyle { Color = color, Width = width, Verbosity = verbosity }).Render(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
