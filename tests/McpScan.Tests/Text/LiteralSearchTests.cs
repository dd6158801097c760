using McpScan.Text;
using Shouldly;

namespace McpScan.Tests.Text;

public sealed class LiteralSearchTests
{
    private static readonly LiteralSearch Exact = new(["token", ".env", "to"], StringComparison.Ordinal);
    private static readonly LiteralSearch Caseless = new(["token", "://"], StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("", -1)]
    [InlineData("t", -1)]
    [InlineData("a toke", 2)]
    [InlineData("my.env", 2)]
    [InlineData("TOKEN .ENV", -1)]
    [InlineData("ends in .en", -1)]
    public void The_first_literal_is_found(string text, int expected) => Exact.IndexIn(text).ShouldBe(expected);

    [Theory]
    [InlineData("a ToKen", 2)]
    [InlineData("http://x", 4)]
    [InlineData("to ken", -1)]
    public void Case_is_ignored_where_it_is_to_be(string text, int expected) => Caseless.IndexIn(text).ShouldBe(expected);

    [Fact]
    public void Whether_is_a_question_of_where() => (Exact.IsIn("no.env"), Exact.IsIn("none")).ShouldBe((true, false));
}
