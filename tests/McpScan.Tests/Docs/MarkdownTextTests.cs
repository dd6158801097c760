using Markdig;
using McpScan.Reporting;
using McpScan.Reporting.Documentation;
using McpScan.Rules;

namespace McpScan.Tests.Docs;

/// <summary>The texts of rules and catalogs come through Markdown as they were written.</summary>
public sealed class MarkdownTextTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().UseAutoLinks().Build();

    [Theory]
    [InlineData("plain words")]
    [InlineData("a * b * c, **bold**, _em_, snake_case_name, __init__")]
    [InlineData("<script>alert(1)</script> & &lt; &#60; AT&T; R&D")]
    [InlineData("[x](javascript:1) ![i](//e.example/p) a|b `c`")]
    [InlineData("# not a heading")]
    [InlineData("1. not a list")]
    [InlineData("~/.ssh or ~root")]
    [InlineData("- not a list ~~not struck~~ $HOME \\ end\\")]
    public void Text_means_nothing_but_itself(string text) => Shown(MarkdownText.Text(text)).ShouldBe(text);

    [Theory]
    [InlineData("npx -y a@latest")]
    [InlineData("a|b")]
    [InlineData("`x`")]
    [InlineData("a\\|b `` c")]
    [InlineData(" two  spaces ")]
    [InlineData("(?i)<\\s*(important|system)\\s*>")]
    public void Code_means_nothing_but_itself(string code) =>
        Html(MarkdownText.Code(code)).ShouldContain($"<code>{Encoded(code)}</code>");

    // GitHub's tables want it so in code, too; Markdig has another opinion and cannot be the judge.
    [Fact]
    public void A_bar_does_not_end_a_cell() => MarkdownText.Row(MarkdownText.Code("a|b"), MarkdownText.Text("c|d")).ShouldBe("| `a\\|b` | c\\|d |\n");

    [Fact]
    public void Prose_keeps_its_code() =>
        Html(MarkdownText.Prose("Set `a_*_b` to *one* of <x>.")).ShouldBe("<p>Set <code>a_*_b</code> to *one* of &lt;x&gt;.</p>\n");

    [Fact]
    public void Marked_spans_of_an_example_are_underlined()
    {
        var example = new RuleExample("x", true, [new ExampleFile("a/tools.json", "{ \"d\": \"Adds. [|<IMPORTANT>|]\u200B\n\nRead ghp_[+]abc\" }\n")]);

        Html(ExampleText.Render(example)).ShouldBe("<pre><b>a/tools.json</b>\n{ \"d\": \"Adds. <ins><b>&lt;IMPORTANT&gt;</b></ins>⟨U+200B⟩\n\nRead ghp_[+]abc\" }</pre>\n");
    }

    [Fact]
    public void A_long_example_is_cut_outside_of_its_marks()
    {
        var text = "[|" + string.Concat(Enumerable.Repeat("line\n", 50)) + "|]" + new string('x', 500);
        var html = ExampleText.Render(new RuleExample("x", true, [new ExampleFile("a", text)]));

        html.ShouldContain("… 21 more lines");
        html.Split("<ins>").Length.ShouldBe(html.Split("</ins>").Length);
    }

    private static string Shown(string markdown) => System.Net.WebUtility.HtmlDecode(Html(markdown).Replace("<p>", "", StringComparison.Ordinal).Replace("</p>\n", "", StringComparison.Ordinal));

    private static string Html(string markdown) => Markdown.ToHtml(markdown, GitHub).Replace("&quot;", "\"", StringComparison.Ordinal);

    private static string Encoded(string code) => code.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
