using McpScan.Text;

namespace McpScan.Tests.Text;

public class UntrustedTests
{
    [Theory]
    [InlineData("plain text, ümlauts and 漢字", "plain text, ümlauts and 漢字")]
    [InlineData("a\u202Eb", "a⟨U+202E⟩b")]
    [InlineData("a\u200Bb\u0007", "a⟨U+200B⟩b⟨U+0007⟩")]
    [InlineData("line\nbreak", "line⟨U+000A⟩break")]
    [InlineData("tag \U000E0041", "tag ⟨U+E0041⟩")]
    [InlineData("esc \u001b[31m", "esc ⟨U+001B⟩[31m")]
    public void ShowsWhatMovesOrHidesText(string raw, string shown) => new Untrusted(raw).ToString().ShouldBe(shown);

    [Fact]
    public void ShowsALoneSurrogate() => new Untrusted("x\uD800y").ToString().ShouldBe("x⟨U+D800⟩y");
}
