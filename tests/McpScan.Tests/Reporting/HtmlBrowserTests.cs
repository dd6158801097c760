using Deque.AxeCore.Playwright;
using McpScan.Auditing;
using Microsoft.Playwright;

namespace McpScan.Tests.Reporting;

/// <summary>The page in a real browser: what a reader sees, can reach and can use.</summary>
public sealed class HtmlBrowserTests(HtmlBrowser browser) : IClassFixture<HtmlBrowser>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task Everybody_can_use_it(ColorScheme scheme, int width)
    {
        var (page, _) = await browser.Open(SignedReport.Realistic, width, scheme);
        await page.ClickAsync("button[name=expand]");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        var result = await page.RunAxe();

        result.Passes.Length.ShouldBeGreaterThan(10);
        result.Violations.Select(v => $"{v.Impact} {v.Id}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}").ShouldBeEmpty();
    }

    [Fact]
    public async Task It_asks_for_nothing_and_an_attack_does_nothing()
    {
        foreach (var report in new[] { FleetReport.Realistic, FleetReport.Hostile, SignedReport.Hostile })
        {
            var (page, trouble) = await browser.Open(report);
            await page.ClickAsync("button[name=expand]");

            trouble.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task It_never_scrolls_sideways(int width)
    {
        foreach (var report in new[] { FleetReport.Realistic, FleetReport.Hostile, SignedReport.Hostile, FleetReport.Make(_ => new string('W', 300)) })
        {
            var (page, _) = await browser.Open(report, width);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        }
    }

    [Fact]
    public async Task The_filter_narrows_the_findings()
    {
        var (page, _) = await browser.Open(FleetReport.Realistic);
        (await Shown(page)).ShouldBe(10);

        await page.SelectOptionAsync("select[name=severity]", "high");
        await page.Locator(".shown", new PageLocatorOptions { HasText = "3 of 10 shown" }).WaitForAsync();
        (await Shown(page)).ShouldBe(3);

        await page.FillAsync("input[name=text]", "IMPORTANT ssh");
        await page.Locator(".shown", new PageLocatorOptions { HasText = "1 of 10 shown" }).WaitForAsync();
        (await page.Locator(".group:visible").CountAsync()).ShouldBe(1);

        await page.FillAsync("input[name=text]", "no such words");
        await page.Locator(".nothing").WaitForAsync();

        await page.ClickAsync("button[type=reset]");
        await page.Locator(".shown", new PageLocatorOptions { HasTextRegex = new System.Text.RegularExpressions.Regex("^10 shown$") }).WaitForAsync();
        (await Shown(page)).ShouldBe(10);
    }

    [Fact]
    public async Task It_can_be_read_without_its_script()
    {
        var (page, _) = await browser.Open(FleetReport.Realistic, hasScript: false);

        (await page.Locator("form.filters").IsVisibleAsync()).ShouldBeFalse();
        (await Shown(page)).ShouldBe(10);
        (await page.Locator("mark").First.IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task On_paper_everything_is_opened()
    {
        var (page, _) = await browser.Open(FleetReport.Realistic);
        await page.ClickAsync("button[name=collapse]");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        (await page.Locator("form.filters").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator("mark").Last.BoundingBoxAsync())!.Height.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Thousands_of_findings_stay_usable()
    {
        var (page, _) = await browser.Open(Many(5_000));
        (await page.Locator(".note").InnerTextAsync()).ShouldContain("3000 more have one line each");

        await page.SelectOptionAsync("select[name=severity]", "critical");
        await page.Locator(".shown", new PageLocatorOptions { HasText = "500 of 5000 shown" }).WaitForAsync();
    }

    internal static AuditReport Many(int count)
    {
        var report = FleetReport.Realistic;
        return report with { Findings = [.. Enumerable.Range(0, count).Select(i => report.Findings[i % report.Findings.Length])] };
    }

    private static Task<int> Shown(IPage page) => page.Locator(".finding:visible").CountAsync();
}
