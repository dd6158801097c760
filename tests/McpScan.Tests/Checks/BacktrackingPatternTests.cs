using McpScan.Checks;

namespace McpScan.Tests.Checks;

public sealed class BacktrackingPatternTests
{
    [Theory]
    [InlineData("(a+)+")]
    [InlineData("^(?:[a-z]*)*$")]
    [InlineData(@"(\d+|x)+")]
    [InlineData("((a+))*")]
    [InlineData("(?<word>a{2,})+")]
    [InlineData("(a+){3,}")]
    public void A_repetition_of_a_repetition_is_found(string pattern) => BacktrackingPattern.Find(pattern).ShouldNotBeNull();

    [Theory]
    [InlineData("^[a-z0-9]+(-[a-z0-9]+)*$")]
    [InlineData("(a+)?")]
    [InlineData("([^)]+)")]
    [InlineData(@"\(a+\)+")]
    [InlineData("([(]+x)*")]
    [InlineData("(a{1,8})+")]
    [InlineData("(((((")]
    [InlineData(")+)*")]
    [InlineData("[")]
    [InlineData("\\")]
    [InlineData("(?")]
    [InlineData("a{")]
    public void What_is_bounded_or_broken_is_not(string pattern) => BacktrackingPattern.Find(pattern).ShouldBeNull();

    [Fact]
    public void A_long_pattern_takes_no_time() => BacktrackingPattern.Find(new string('(', 4000)).ShouldBeNull();
}
