using McpScan.Reporting;
using McpScan.Reporting.Markdown;

namespace McpScan.Tests.Reporting;

public sealed class MarkdownRendererTests
{
    [Fact]
    public void The_report_is_as_committed() =>
        Golden.Match("tests/McpScan.Tests/Reporting/Goldens/fleet.md", Rendering.ToText(new MarkdownRenderer(TemplateSet.BuiltIn), FleetReport.Realistic));
}
