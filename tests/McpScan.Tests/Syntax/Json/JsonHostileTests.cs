using System.Globalization;
using System.Text;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Syntax.Json;

public class JsonHostileTests
{
    private const string Sample = """
        // a sample
        { "tools": [ { "name": "add", "description": "Adds \u200b two\nnumbers.", "n": [1, -2.5e3, true, null] }, /* and */
          { "name": "sub", "inputSchema": { "type": "object", "properties": {} }, } ] }
        """;

    private static DataDocument Read(string text) => JsonReader.Read(new SourceText("a.json", text));

    [Fact]
    public void A_text_cut_anywhere_is_reported_and_read_until_there()
    {
        for (var cut = Sample.IndexOf('{', StringComparison.Ordinal) + 1; cut < Sample.Length; cut++)
        {
            var document = Read(Sample[..cut]);
            document.Notices.ShouldContain(n => n.Severity == NoticeSeverity.Error, $"cut at {cut}");
            document.Roots.Length.ShouldBe(1);
            document.ShouldBeSound();
            if (cut > Sample.IndexOf("\"sub\"", StringComparison.Ordinal))
            {
                document.Root!["tools"]!.Items[0]["name"]!.AsString().ShouldBe("add");
            }
        }
    }

    [Fact]
    public void A_character_lost_or_changed_anywhere_never_breaks_the_reader()
    {
        foreach (var other in "\"{}[],:'\\/x\0\n\ud800")
        {
            for (var at = 0; at < Sample.Length; at++)
            {
                Read(Sample[..at] + other + Sample[(at + 1)..]).ShouldBeSound();
                Read(Sample[..at] + other + Sample[at..]).ShouldBeSound();
            }
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[{\"a\":[")]
    public void Deep_nesting_is_cut_with_a_notice(string opening)
    {
        var text = new StringBuilder().Insert(0, opening, 100_000).ToString();
        var document = Read(text);
        document.Notices.ShouldContain(n => n.Message.Contains("256", StringComparison.Ordinal) && n.Severity == NoticeSeverity.Error);
        document.Roots.Length.ShouldBe(1);
    }

    [Fact]
    public void What_stands_behind_a_too_deep_part_is_read()
    {
        var document = Read("{\"deep\": " + new string('[', 300) + "\"]\"" + new string(']', 300) + ", \"after\": 1}");
        document.Root!["after"].ShouldBeOfType<ScalarNode>().Value.ShouldBe("1");
        document.Notices.Length.ShouldBe(1);
    }

    [Fact]
    public void Too_many_values_are_cut_with_a_notice()
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < ReaderLimits.MaxNodes + 10; i++)
        {
            text.Append("1,");
        }

        var document = Read(text.Append("1]").ToString());
        document.Notices.Length.ShouldBe(1);
        document.Notices[0].Message.ShouldContain(ReaderLimits.MaxNodes.ToString(CultureInfo.InvariantCulture));
        document.Root!.Items.Length.ShouldBe(ReaderLimits.MaxNodes - 1);
    }

    // Each of these would take hours if the work were quadratic.
    [Theory]
    [InlineData("\"\n")]
    [InlineData("\"\n\\")]
    [InlineData("\"a\nb\nc\\\"")]
    [InlineData("'\n\"")]
    [InlineData("{\"a\" \"b\" ")]
    [InlineData("]")]
    [InlineData("/* ")]
    [InlineData("// \n")]
    [InlineData("\\u12")]
    [InlineData("data:\n")]
    [InlineData("data: {\n\n")]
    [InlineData("x {")]
    [InlineData(",")]
    [InlineData("{:")]
    public void Bad_text_of_any_length_takes_linear_work(string part)
    {
        var document = Read(new StringBuilder().Insert(0, part, 2_000_000 / part.Length).ToString());
        document.Notices.Length.ShouldBeLessThanOrEqualTo(ReaderLimits.MaxNotices);
    }

    [Fact]
    public void A_string_of_many_raw_lines_takes_linear_work()
    {
        var document = Read("[\"" + new string('\n', 3_000_000) + "\"" + new string(' ', 1_000_000) + ", 1]");
        document.Notices.Length.ShouldBe(1);
        document.Notices[0].Severity.ShouldBe(NoticeSeverity.Warning);
        document.Root!.Items.Length.ShouldBe(2);
    }
}
