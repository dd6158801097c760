using McpScan.Rules;

namespace McpScan.Tests.Rules;

public class RegexLiteralsTests
{
    [Theory]
    [InlineData("(?i)ignore", "ignore")]
    [InlineData("(?i)<\\s*(important|system|instructions?)\\s*>", "important|system|instruction")]
    [InlineData("do not (tell|inform) the user", "do not  & tell|inform &  the user")]
    [InlineData("ab+cde", "cde")]
    [InlineData("abc?de", "")]
    [InlineData("x{3}yz", "")]
    [InlineData("(foo|b)", "")]
    [InlineData("(foo)?barbaz", "barbaz")]
    [InlineData("(foo|bar)+", "foo|bar")]
    [InlineData("[abc]def[0-9]", "def")]
    [InlineData("\\bword\\b", "word")]
    [InlineData("\\u200bzero", RegexLiterals.Unusual + " & \u200bzero")]
    [InlineData("(?<name>token)=", "token")]
    [InlineData(".*", "")]
    [InlineData("(?x) a b c", "")]
    [InlineData("a|longer text", "")]
    [InlineData("[\\u202A-\\u202E]", RegexLiterals.Unusual)]
    [InlineData("[\\x00-\\x08\\x0B]{3,}", RegexLiterals.Unusual)]
    [InlineData("\\u200B+", RegexLiterals.Unusual)]
    [InlineData("[\\u200Ba]", "")]
    [InlineData("[^\\u200B]", "")]
    [InlineData("[\\x09-\\x0B]", "")]
    [InlineData("(?i)[\\u2120-\\u2130]", "")]
    [InlineData("[\\u200B]?", "")]
    [InlineData("abc[\\u200B]", "abc & " + RegexLiterals.Unusual)]
    public void FindsWhatEveryMatchContains(string pattern, string expected) =>
        string.Join(" & ", RegexLiterals.Required(pattern).Select(set => string.Join('|', set))).ShouldBe(expected);

    /// <summary>Soundness on generated pairs: whatever text a pattern matches contains one of its literals.</summary>
    [Fact]
    public void NeverFiltersAMatch()
    {
        var random = new Random(20261120);
        string[] atoms = ["a", "bc", "(?:de|f)", "(gh|ijk)?", "[xyz]", "\\s", "l+", "m*", "(?:nop){1,2}", "q?", "\\.", "\\bru", "stu|vwx", "."];
        for (var i = 0; i < 2000; i++)
        {
            var pattern = "(?i)" + string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => atoms[random.Next(atoms.Length)]));
            var literals = RegexLiterals.Required(pattern);
            var regex = new BoundedRegex(pattern);
            var text = string.Concat(Enumerable.Range(0, 24).Select(_ => "abcdefghijklmnopqrstuvwxyz. "[random.Next(28)]));
            foreach (var sample in new[] { text, Sample(pattern, random) })
            {
                if (regex.IsMatch(sample))
                {
                    literals.ShouldAllBe(set => set.Any(l => sample.Contains(l, StringComparison.OrdinalIgnoreCase)), $"{pattern} on {sample}");
                    regex.MayMatch(sample).ShouldBeTrue();
                }
            }
        }
    }

    /// <summary>A text that is likely to match: the pattern with its operators resolved at random.</summary>
    private static string Sample(string pattern, Random random) =>
        pattern[4..].Replace("(?:de|f)", random.Next(2) == 0 ? "de" : "F").Replace("(gh|ijk)?", random.Next(2) == 0 ? "" : "IJK").Replace("[xyz]", "y")
            .Replace("\\s", " ").Replace("l+", "ll").Replace("m*", random.Next(2) == 0 ? "" : "mm").Replace("(?:nop){1,2}", "nopNOP").Replace("q?", "")
            .Replace("\\.", ".").Replace("\\bru", " ru").Replace("stu|vwx", random.Next(2) == 0 ? "stu" : "vwx");
}
