using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Syntax;

/// <summary>The canonical form: RFC 8785, and what it leaves open.</summary>
public sealed class CanonicalJsonTests
{
    /// <summary>The sample of RFC 8785, section 3.2.3, and its sorting sample.</summary>
    [Fact]
    public void The_samples_of_the_standard_hold()
    {
        Json("""{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}""")
            .ShouldBe("""{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""");
        Json("""{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}""")
            .ShouldBe("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}");
    }

    [Theory]
    [InlineData("-0", "0")]
    [InlineData("10", "10")]
    [InlineData("1.0", "1")]
    [InlineData("100000000000000000000", "\"100000000000000000000\"")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1.5e300", "1.5e+300")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("9007199254740993", "\"9007199254740993\"")]
    [InlineData("1e999", "\"1e999\"")]
    public void Numbers_are_what_a_double_is_and_else_their_text(string written, string canonical) => Json(written).ShouldBe(canonical);

    [Fact]
    public void Order_spacing_and_format_do_not_matter()
    {
        var json = Json("""{ "b": [1, "x"], "a": {"d": true, "c": null} }""");

        Json("""{"a":{"c":null,"d":true},"b":[1.0,"\u0078"]}""").ShouldBe(json);
        CanonicalJson.Of(YamlReader.Read(new SourceText("a.yaml", "a: { c: , d: true }\nb:\n  - 1\n  - x\n")).Root!).ShouldBe(json);
    }

    [Fact]
    public void Members_that_are_written_twice_are_both_kept() =>
        Json("""{"a":1,"b":0,"a":2}""").ShouldBe("""{"a":1,"a":2,"b":0}""");

    [Fact]
    public void A_lone_surrogate_is_an_escape() => Json("\"a\\ud83d!\"").ShouldBe("\"a\\ud83d!\"");

    [Fact]
    public void Aliases_that_unfold_without_end_are_cut()
    {
        var yaml = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat("bcdefgh".Select((c, i) => $"{c}: &{c} [{string.Join(", ", Enumerable.Repeat($"*{(char)('a' + i)}", 10))}]\n"));

        var canonical = CanonicalJson.Of(YamlReader.Read(new SourceText("bomb.yaml", yaml)).Root!);

        canonical.ShouldContain('…');
        canonical.Length.ShouldBeLessThan(CanonicalJson.MaxNodes * 8);
    }

    private static string Json(string text) => CanonicalJson.Of(JsonReader.Read(new SourceText("a.json", text)).Root!);
}
