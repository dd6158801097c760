using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using McpScan.Auditing;
using McpScan.Reporting;
using McpScan.Reporting.Html;
using McpScan.Reporting.Markdown;
using McpScan.Reporting.Terminal;
using McpScan.Text;

namespace McpScan.Tests.Reporting;

/// <summary>Every string of the audited side attacks; each format is parsed back, and must have the shape that it has with harmless strings.</summary>
public sealed class EscapingTests
{
    private static readonly string Visible = new Untrusted(SampleReports.Attack).ToString();
    private static readonly MarkdownPipeline GitHubLike = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    [Fact]
    public void An_attack_changes_no_element_of_the_page() => ShouldHaveSameShape(Page(FleetReport.Hostile), Page(FleetReport.Harmless));

    [Fact]
    public void An_attack_changes_no_element_of_a_sign_off()
    {
        ShouldHaveSameShape(Page(SignedReport.Hostile), Page(SignedReport.Harmless));
        ShouldHaveSameShape(RenderedMarkdown(SignedReport.Hostile), RenderedMarkdown(SignedReport.Harmless), "CODE", "WBR");
        Rendering.ToText(new HtmlRenderer(TemplateSet.BuiltIn), SignedReport.Hostile).EnumerateRunes().Where(r => r.Value != '\n' && Untrusted.IsInvisible(r)).ShouldBeEmpty();
    }

    [Fact]
    public void The_page_shows_the_attack_as_text()
    {
        var page = Page(FleetReport.Hostile);

        page.Scripts.Length.ShouldBe(1);
        page.QuerySelectorAll("img, iframe, object, embed, link, base, style ~ style").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Value.Contains("javascript", StringComparison.Ordinal)).ShouldBeEmpty();
        page.QuerySelectorAll(".servers .name").ShouldAllBe(name => name.TextContent == Visible);
        page.QuerySelectorAll("mark").ShouldAllBe(mark => mark.TextContent == Visible);
        page.QuerySelector(".decoded")!.TextContent.ShouldBe(Visible);
        page.QuerySelectorAll("figcaption").ShouldAllBe(at => at.TextContent.StartsWith(Visible + ":", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_holds_no_character_that_hides_or_reorders() =>
        Rendering.ToText(new HtmlRenderer(TemplateSet.BuiltIn), FleetReport.Hostile).EnumerateRunes().Where(r => r.Value != '\n' && Untrusted.IsInvisible(r)).ShouldBeEmpty();

    [Fact]
    public void An_attack_changes_no_element_of_the_rendered_Markdown() => ShouldHaveSameShape(RenderedMarkdown(FleetReport.Hostile), RenderedMarkdown(FleetReport.Harmless), "CODE", "WBR");

    [Fact]
    public void Rendered_Markdown_shows_the_attack_as_text()
    {
        var page = RenderedMarkdown(FleetReport.Hostile);

        page.QuerySelectorAll("script, img, a").ShouldBeEmpty();
        page.QuerySelectorAll("table:first-of-type td:nth-child(4)").ShouldAllBe(path => path.TextContent == Visible);
        page.QuerySelectorAll("h4 code").Length.ShouldBe(FleetReport.Realistic.Servers.Count(s => s.Risk is not null));
        page.QuerySelectorAll("h4 code").ShouldAllBe(name => name.TextContent == Visible);
        page.QuerySelectorAll("pre").ShouldAllBe(pre => pre.TextContent.Contains(Visible, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("@octocat fix #12, GH-7, see http://e.example www.e.example a@e.example")]
    [InlineData("1. one")]
    [InlineData("- one")]
    [InlineData("=====")]
    [InlineData("_a_ a_b_c __init__ _x a__b__c")]
    [InlineData("a | b\\| `c` ``` ~~~")]
    [InlineData("```\n# h")]
    [InlineData("**b** _i_ ~~s~~ $x$ :smile: [^1] - [x] ![i](x) <!-- c --> &amp;")]
    [InlineData("      code")]
    [InlineData("</details></summary><details>")]
    public void Text_in_Markdown_stays_text(string text)
    {
        var hostile = RenderedMarkdown(FleetReport.Make(_ => text));

        hostile.QuerySelectorAll("table:first-of-type td:nth-child(4)").ShouldAllBe(path => path.TextContent == new Untrusted(text).ToString());
        hostile.QuerySelectorAll("a, img, strong em, del, h1, h5, h6, ol, input, svg, .math").ShouldBeEmpty();
        ShouldHaveSameShape(hostile, RenderedMarkdown(FleetReport.Harmless), "CODE", "WBR");
    }

    [Theory]
    [InlineData("Use https://a.example, then stop.", "https://a.example")]
    [InlineData("Write to bob@a.example.", "bob@a.example")]
    public void A_stop_behind_an_address_is_no_part_of_it(string text, string address)
    {
        using var written = new StringWriter();
        new MarkdownEscaper().Encode(text, written);

        var page = new HtmlParser().ParseDocument(Markdown.ToHtml(written.ToString(), GitHubLike));
        page.QuerySelector("code")!.TextContent.ShouldBe(address);
        page.Body!.TextContent.Trim().ShouldBe(text);
    }

    [Theory]
    [InlineData(false, 80)]
    [InlineData(true, 80)]
    [InlineData(true, 40)]
    [InlineData(false, 200)]
    public void A_terminal_gets_text_and_our_own_colours_only(bool color, int width)
    {
        foreach (var verbosity in Enum.GetValues<Verbosity>())
        {
            var text = ConsoleRendererTests.Render(FleetReport.Hostile, color, width, verbosity);

            WithoutColors(text, color).EnumerateRunes().Where(r => r.Value != '\n' && Untrusted.IsInvisible(r)).ShouldBeEmpty();
            ConsoleRendererTests.Render(FleetReport.Hostile, color: false, width, verbosity).ShouldBe(WithoutColors(text, color));
        }
    }

    [Theory]
    [InlineData("::error::x")]
    [InlineData("word ::set-output name=x::y ::stop-commands::z and so on until the line must be wrapped ::add-mask::a ::debug::b ::group::c ::notice::d")]
    [InlineData("##[error]x ##vso[task.setvariable variable=a]b ###[group]c ##teamcity[x]")]
    [InlineData("  ::warning::x")]
    public void A_build_log_gets_no_command(string text)
    {
        foreach (var width in new[] { 40, 53, 80, 100 })
        {
            foreach (var verbosity in Enum.GetValues<Verbosity>())
            {
                foreach (var line in WithoutColors(ConsoleRendererTests.Render(FleetReport.Make(_ => text), width % 2 == 1, width, verbosity), width % 2 == 1).Split('\n'))
                {
                    line.Trim().ShouldNotStartWith("::");
                    line.ShouldNotContain("##[");
                    line.ShouldNotContain("##vso[");
                    line.ShouldNotContain("##teamcity[");
                }
            }
        }
    }

    private static IHtmlDocument Page(AuditReport report) => new HtmlParser().ParseDocument(Rendering.ToText(new HtmlRenderer(TemplateSet.BuiltIn), report));

    private static IHtmlDocument RenderedMarkdown(AuditReport report) =>
        new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml(Rendering.ToText(new MarkdownRenderer(TemplateSet.BuiltIn), report), GitHubLike));

    /// <summary>The same elements with the same attributes in the same order.</summary>
    private static void ShouldHaveSameShape(IDocument actual, IDocument expected, params string[] except)
    {
        var (was, now) = (Elements(expected), Elements(actual));
        for (var i = 0; i < Math.Max(was.Count, now.Count); i++)
        {
            now.ElementAtOrDefault(i).ShouldBe(was.ElementAtOrDefault(i), $"element {i}");
        }

        List<string> Elements(IDocument document) =>
        [
            .. document.All.Where(e => !except.Contains(e.TagName))
                .Select(e => $"{e.TagName} {string.Join(' ', e.Attributes.Where(a => a.Name != "id").Select(a => $"{a.Name}={a.Value}"))} in {e.ParentElement?.TagName}"),
        ];
    }

    private static string WithoutColors(string text, bool isColored) =>
        isColored ? System.Text.RegularExpressions.Regex.Replace(text, "\u001b\\[(?:[0-9]|;)*m", "") : text;
}
