using McpScan.Modeling;

namespace McpScan.Tests.Modeling;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("*", "anything", true)]
    [InlineData("all", "anything", true)]
    [InlineData("get_*", "get_invoice", true)]
    [InlineData("get_*", "forget_it", false)]
    [InlineData("*_invoice", "get_invoice", true)]
    [InlineData("g*_i*e", "get_invoice", true)]
    [InlineData("g*_i*x", "get_invoice", false)]
    [InlineData("get_invoice", "get_invoice", true)]
    [InlineData("get_invoice", "get_invoices", false)]
    [InlineData("Get_*", "get_invoice", false)]
    [InlineData("a*", "", false)]
    [InlineData("", "", true)]
    public void A_star_stands_for_any_characters(string pattern, string name, bool fits) => Wildcard.Fits(pattern, name).ShouldBe(fits);

    [Fact]
    public void Many_stars_take_no_time() => Wildcard.Fits(string.Concat(Enumerable.Repeat("a*", 2_000)) + "b", new string('a', 5_000)).ShouldBeFalse();
}
