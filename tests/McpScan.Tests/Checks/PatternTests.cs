using System.Reflection;
using McpScan.Checks;
using McpScan.Rules;

namespace McpScan.Tests.Checks;

/// <summary>Patterns in code pass the same gate as patterns in rules: the engine that bounds their work must accept them.</summary>
public sealed class PatternTests
{
    [Fact]
    public void Every_pattern_of_a_check_can_be_bounded()
    {
        var patterns = typeof(ICheck).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(field => field.FieldType == typeof(BoundedRegex))
            .Select(field => (Place: $"{field.DeclaringType!.Name}.{field.Name}", ((BoundedRegex)field.GetValue(null)!).Pattern))
            .ToList();

        patterns.ShouldNotBeEmpty();
        patterns.Select(p => BoundedRegex.Validate(p.Pattern) is { } problem ? $"{p.Place}: {problem}" : null).Where(p => p is not null).ShouldBeEmpty();
    }
}
