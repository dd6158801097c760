using System.Collections;
using System.Reflection;
using McpScan.Rules;

namespace McpScan.Tests.Rules;

public class BoundedRegexTests
{
    /// <summary>Patterns of rules are validated at load; those of checks are constants, and only this test stands between them and a text that needs the linear engine.</summary>
    [Fact]
    public void EveryPatternInCodeIsAcceptedByTheLinearEngine()
    {
        var patterns = typeof(BoundedRegex).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.DeclaringType!.ContainsGenericParameters && (field.FieldType.Assembly != typeof(object).Assembly || field.FieldType.IsArray || field.FieldType.IsGenericType))
            .SelectMany(field => Patterns(field.GetValue(null)))
            .ToList();

        patterns.Count.ShouldBeGreaterThan(5);
        patterns.Select(p => (p.Pattern, Problem: BoundedRegex.Validate(p.Pattern))).Where(p => p.Problem is not null).ShouldBeEmpty();
    }

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

    private static IEnumerable<BoundedRegex> Patterns(object? value) => value switch
    {
        BoundedRegex regex => [regex],
        string => [],
        IEnumerable items when value.GetType().IsArray || value.GetType().IsGenericType => items.OfType<BoundedRegex>(),
        _ => [],
    };
}
