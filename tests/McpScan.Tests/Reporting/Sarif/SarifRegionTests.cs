using System.Text.Json;
using McpScan.Auditing;
using McpScan.Reporting.Sarif;

namespace McpScan.Tests.Reporting.Sarif;

/// <summary>A region and the lines around it must be the text that they claim to be.</summary>
public sealed class SarifRegionTests
{
    private const string Line = "    \"description\": \"Adds numbers.\",";

    private static readonly Place Place = SampleReports.Realistic.Findings[1].Place with
    {
        StartLine = 2, StartColumn = 21, EndLine = 2, EndColumn = 34, Offset = 22, Length = 13, Snippet = "Adds numbers.",
    };

    [Fact]
    public void Lines_kept_whole_are_the_context()
    {
        var context = Context(new ExcerptLine(1, "{", 0, 0, false, false), new ExcerptLine(2, Line, 20, 13, false, false), new ExcerptLine(3, "}", 0, 0, false, false));

        context.GetProperty("startLine").GetInt32().ShouldBe(1);
        context.GetProperty("endLine").GetInt32().ShouldBe(3);
        context.GetProperty("snippet").GetProperty("text").GetString().ShouldBe("{\n" + Line + "\n}");
    }

    [Fact]
    public void A_cut_line_is_the_context_with_the_columns_of_its_window()
    {
        var context = Context(new ExcerptLine(1, "{", 0, 0, false, true), new ExcerptLine(2, Line[10..], 10, 13, true, false));

        context.GetProperty("startLine").GetInt32().ShouldBe(2);
        context.GetProperty("startColumn").GetInt32().ShouldBe(11);
        context.GetProperty("endColumn").GetInt32().ShouldBe(Line.Length + 1);
        context.GetProperty("snippet").GetProperty("text").GetString().ShouldBe(Line[10..]);
    }

    [Fact]
    public void There_is_no_context_where_its_columns_are_not_known() =>
        Physical(new ExcerptLine(2, "(redacted)", 0, 10, true, false)).TryGetProperty("contextRegion", out _).ShouldBeFalse();

    [Fact]
    public void A_region_has_all_its_numbers_and_its_text()
    {
        var region = Physical().GetProperty("region");

        region.GetRawText().Where(c => !char.IsWhiteSpace(c)).ShouldBe(
            "{\"startLine\":2,\"startColumn\":21,\"endLine\":2,\"endColumn\":34,\"charOffset\":22,\"charLength\":13,\"snippet\":{\"text\":\"Addsnumbers.\"}}");
    }

    [Fact]
    public void A_snippet_that_was_cut_is_not_given_for_the_whole_region()
    {
        var report = SampleReports.Realistic;
        var place = Place with { Length = 5_000, Snippet = new string('x', 400) };

        Rendering.ToText(new SarifRenderer(), report with { Findings = [report.Findings[1] with { Place = place, Related = [] }] }).ShouldNotContain("xxxx");
    }

    private static JsonElement Context(params ExcerptLine[] excerpt) => Physical(excerpt).GetProperty("contextRegion");

    private static JsonElement Physical(params ExcerptLine[] excerpt)
    {
        var report = SampleReports.Realistic;
        report = report with { Findings = [report.Findings[1] with { Place = Place with { Excerpt = [.. excerpt] } }] };
        using var document = JsonDocument.Parse(Rendering.ToBytes(new SarifRenderer(), report));
        return document.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").Clone();
    }
}
