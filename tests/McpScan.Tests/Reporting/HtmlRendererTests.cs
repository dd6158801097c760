using System.Diagnostics;
using AngleSharp.Html.Parser;
using McpScan.Reporting;
using McpScan.Reporting.Html;

namespace McpScan.Tests.Reporting;

public sealed class HtmlRendererTests
{
    [Fact]
    public void The_page_is_as_committed() =>
        Golden.Match("tests/McpScan.Tests/Reporting/Goldens/fleet.html", Rendering.ToText(new HtmlRenderer(TemplateSet.BuiltIn), FleetReport.Realistic));

    [Fact]
    public void The_page_of_a_sign_off_is_as_committed() =>
        Golden.Match("tests/McpScan.Tests/Reporting/Goldens/signed.html", Rendering.ToText(new HtmlRenderer(TemplateSet.BuiltIn), SignedReport.Realistic));

    [Fact]
    public void The_same_decision_gives_the_same_bytes() =>
        Rendering.ToBytes(new HtmlRenderer(TemplateSet.BuiltIn), SignedReport.Realistic).ShouldBe(Rendering.ToBytes(new HtmlRenderer(TemplateSet.BuiltIn), SignedReport.Realistic));

    [Fact]
    public void A_sign_off_says_who_decided_what_and_until_when()
    {
        var page = new HtmlParser().ParseDocument(Rendering.ToText(new HtmlRenderer(TemplateSet.BuiltIn), SignedReport.Realistic));

        page.Title.ShouldBe("Approved with conditions: MCP server sign-off");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Approved with conditions");
        page.QuerySelector(".lead")!.TextContent.ShouldBe("by Jane Roe, CISO, until 2026-12-31");
        page.QuerySelector(".audited")!.TextContent.ShouldStartWith("The audit: rejected: ");
        page.QuerySelectorAll(".conditions tbody tr").Select(row => row.TextContent).ShouldBe(["2026-04-01Pin the image of the files server", "2026-05-01Take the notes server out"]);
        page.QuerySelectorAll(".controls tbody tr").Length.ShouldBe(3);
        page.QuerySelector(".signature")!.TextContent.ShouldContain("sha256:1111");
        page.QuerySelector("#provenance")!.TextContent.ShouldContain("mcpscan.lock.jsonsha256:dddd");
    }

    [Fact]
    public void An_own_template_takes_the_place_of_a_built_in_one()
    {
        var own = TemplateSet.WithOverrides(name => name == "html/head.hbs" ? "<h1>{{report.verdict}} for {{report.servers.[0].name}}</h1>" : null);

        var page = new HtmlParser().ParseDocument(Rendering.ToText(new HtmlRenderer(own), FleetReport.Hostile));

        page.QuerySelector("h1")!.TextContent.ShouldStartWith("rejected for <script>");
        page.QuerySelectorAll("#servers tbody tr").Length.ShouldBe(FleetReport.Hostile.Servers.Length);
    }

    [Fact]
    public void A_name_that_a_template_mistypes_is_an_error()
    {
        var own = TemplateSet.WithOverrides(name => name == "html/head.hbs" ? "{{report.verdikt}}" : null);

        Should.Throw<HandlebarsDotNet.HandlebarsException>(() => Rendering.ToText(new HtmlRenderer(own), FleetReport.Realistic)).ToString().ShouldContain("verdikt");
    }

    [Fact]
    public void Links_inside_the_page_lead_somewhere_and_ids_are_unique()
    {
        foreach (var report in new[] { FleetReport.Realistic, SampleReports.Hostile, SignedReport.Realistic, HtmlBrowserTests.Many(50) })
        {
            var page = new HtmlParser().ParseDocument(Rendering.ToText(new HtmlRenderer(TemplateSet.BuiltIn), report));
            var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();

            ids.ShouldBeUnique();
            page.QuerySelectorAll("[href^='#']").Select(e => e.GetAttribute("href")![1..]).ShouldBeSubsetOf(ids);
            page.QuerySelectorAll("[href]").Select(e => e.GetAttribute("href")!).ShouldAllBe(href => href.StartsWith('#') || href.StartsWith("https://", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_report_without_anything_says_so()
    {
        var empty = FleetReport.Realistic with { Servers = [], Findings = [], Rules = [], Inputs = [], Notices = [], Verdict = McpScan.Auditing.Verdict.Incomplete, ExitCode = 3 };

        var page = new HtmlParser().ParseDocument(Rendering.ToText(new HtmlRenderer(TemplateSet.BuiltIn), empty));

        page.QuerySelector(".loud")!.TextContent.ShouldContain("nothing was found to audit");
        page.QuerySelectorAll(".empty").Select(e => e.TextContent).ShouldBe(["No server was found.", "No rule found anything in what could be examined.", "No rule was asked."]);
    }

    [Fact]
    public void A_cell_says_in_words_what_its_shape_shows()
    {
        var page = new HtmlParser().ParseDocument(Rendering.ToText(new HtmlRenderer(TemplateSet.BuiltIn), FleetReport.Realistic));

        var row = page.QuerySelectorAll(".reach tr").Single(tr => tr.QuerySelector("th")!.TextContent == "payments");
        row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ShouldBe(["none", "none", "none", "observed!, cannot be undone", "declared", "both!, cannot be undone", "none"]);
    }

    [Fact]
    public void Many_findings_are_rendered_in_linear_time()
    {
        var watch = Stopwatch.StartNew();

        var text = Rendering.ToText(new HtmlRenderer(TemplateSet.BuiltIn), HtmlBrowserTests.Many(30_000));

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        text.ShouldContain("A further 8000 are only counted");
        TestContext.Current.TestOutputHelper!.WriteLine($"{watch.ElapsedMilliseconds} ms, {text.Length} characters");
    }

    [Fact]
    public void Approved_servers_are_folded_where_there_are_many()
    {
        var approved = FleetReport.Realistic.Servers.Single(s => s.Verdict == McpScan.Auditing.Verdict.Approved);
        var report = FleetReport.Realistic with { Servers = [.. FleetReport.Realistic.Servers, .. Enumerable.Range(1, 40).Select(i => approved with { Id = $"s{i}" })] };

        var page = new HtmlParser().ParseDocument(Rendering.ToText(new HtmlRenderer(TemplateSet.BuiltIn), report));

        page.QuerySelectorAll("#servers > table tbody tr").Length.ShouldBe(6);
        page.QuerySelectorAll("#servers .folded tbody tr").Length.ShouldBe(41);
        page.QuerySelectorAll(".matrix tbody tr").Length.ShouldBe(47);
        ConsoleRendererTests.Render(report).ShouldContain("approved     41 servers (named with --verbose)");
        ConsoleRendererTests.Render(report).ShouldNotContain("approved     time");
    }
}
