using McpScan.Reporting;
using McpScan.Reporting.Html;

namespace McpScan.Tests.Reporting;

public sealed class HtmlRendererTests
{
    [Fact]
    public void The_page_is_as_committed() => Golden.Match("tests/McpScan.Tests/Reporting/Goldens/fleet.html", Rendering.ToText(new HtmlRenderer(TemplateSet.BuiltIn), FleetReport.Realistic));
}
