using McpScan.Reporting;
using McpScan.Reporting.Markdown;

namespace McpScan.Tests.Reporting;

public sealed class MarkdownRendererTests
{
    [Fact]
    public void A_sign_off_is_as_committed() =>
        Golden.Match("tests/McpScan.Tests/Reporting/Goldens/signed.md", Rendering.ToText(new MarkdownRenderer(TemplateSet.BuiltIn), SignedReport.Realistic));

    [Fact]
    public void The_report_is_as_committed() =>
        Golden.Match("tests/McpScan.Tests/Reporting/Goldens/fleet.md", Rendering.ToText(new MarkdownRenderer(TemplateSet.BuiltIn), FleetReport.Realistic));

    [Fact]
    public void Many_findings_still_fit_a_comment()
    {
        var text = Rendering.ToText(new MarkdownRenderer(TemplateSet.BuiltIn), HtmlBrowserTests.Many(5_000));

        text.Length.ShouldBeLessThan(65_536);
        text.ShouldContain("- and ");
    }
}
