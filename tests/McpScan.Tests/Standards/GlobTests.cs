using System.Diagnostics;
using McpScan.Standards;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Standards;

public sealed class GlobTests
{
    [Theory]
    [InlineData("acme-*", "acme-desk", true)]
    [InlineData("acme-*", "acme-desk/admin", false)]
    [InlineData("acme-**", "acme-desk/admin", true)]
    [InlineData("**/mcp.json", "a/b/mcp.json", true)]
    [InlineData("**/mcp.json", "mcp.json", false)]
    [InlineData("config/**", "config/a/b.json", true)]
    [InlineData("config/*.json", "config/a/b.json", false)]
    [InlineData("net:connect:*.acme.example:443", "net:connect:api.acme.example:443", true)]
    [InlineData("net:connect:*.acme.example:443", "net:connect:acme.example.evil.example:443", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("**a*b/c", "xa1b/xa2b/c", true)]
    [InlineData("**a*b/c", "xa1/b/c", false)]
    [InlineData("*", "", true)]
    [InlineData("abc", "ABC", false)]
    public void Wildcards_stand_for_what_is_said(string pattern, string text, bool fits) => Make(pattern).IsMatch(text).ShouldBe(fits);

    [Fact]
    public void What_is_forbidden_does_not_come_in_under_a_capital() => Make("evil-*").IsLooseMatch("Evil-Twin").ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData(" acme")]
    [InlineData("acme-{a,b}")]
    [InlineData("acme-[ab]")]
    [InlineData("!acme")]
    [InlineData("a***b")]
    [InlineData("a\\b")]
    public void A_pattern_that_can_match_nothing_is_no_pattern(string pattern) => Glob.Problem(pattern).ShouldNotBeNull();

    [Theory]
    [InlineData("/etc/mcp.json")]
    [InlineData("./mcp.json")]
    [InlineData("a/../mcp.json")]
    [InlineData("C:/mcp.json")]
    [InlineData("config/")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    public void A_path_that_no_report_prints_is_no_pattern(string pattern) => Glob.PathProblem(pattern).ShouldNotBeNull();

    [Theory]
    [InlineData("~/.cursor/mcp.json")]
    [InlineData("bundle.mcpb!/manifest.json")]
    [InlineData("**")]
    public void A_path_of_a_report_is_a_pattern(string pattern) => Glob.PathProblem(pattern).ShouldBeNull();

    [Fact]
    public void A_hostile_text_costs_little()
    {
        var glob = Make("**a*b*c*d*e**f*g");
        var text = string.Concat(Enumerable.Repeat("abcde", 100_000));

        var clock = Stopwatch.StartNew();
        glob.IsMatch(text).ShouldBeFalse();

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    private static Glob Make(string pattern) => new(DerivedScalar.At(new SourceText("", pattern), new TextSpan(0, pattern.Length), pattern));
}
