using McpScan.Rules;

namespace McpScan.Tests.Rules;

public class BoundedRegexTests
{
    /// <summary>Patterns of rules are validated at load; those of checks are constants, and only this test stands between them and a text that needs the linear engine.</summary>
    [Fact]
    public void APatternThatBlowsUpAnswersAllTheSame()
    {
        var regex = new BoundedRegex("(a|a)*(a|a)*(a|a)*b");
        regex.Find(new string('a', 5000) + "c").ShouldBeEmpty();
        regex.Find(new string('a', 3000) + "b").ShouldBe([(0, 3001)]);
    }

    [Theory]
    [InlineData("(?=a)b")]
    [InlineData("(a)\\1")]
    [InlineData("(")]
    [InlineData("(?:ab){1,20000}")]
    public void APatternThatCannotBeBoundedIsRefused(string pattern) => BoundedRegex.Validate(pattern).ShouldNotBeNull();
}
