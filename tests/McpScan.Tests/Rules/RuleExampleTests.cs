using McpScan.Auditing;
using McpScan.Rules;

namespace McpScan.Tests.Rules;

/// <summary>Every example of every rule, at exactly its marked spans; every leaf witnessed by a bad example.</summary>
public class RuleExampleTests
{
    public static TheoryData<string> Files => [.. RuleFiles.All.Select(f => f.Path)];

    [Fact]
    public void RulesAreWellFormed()
    {
        RuleSet.FromYaml(RuleFiles.All, out var errors);
        errors.Select(e => e.ToString()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void ExamplesHold(string path)
    {
        var text = RuleFiles.All.Single(f => f.Path == path).Text;
        var rule = RuleFiles.Load().Rules.Single(r => r.Path == path);
        var examples = RuleExamples.Read(path, text, out var malformed);
        malformed.Concat(RuleVerifier.Verify(rule, examples)).Select(e => e.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void CompiledRulesEqualTheirSources()
    {
        var compiled = RuleSet.BuiltIn.Rules;
        var sources = RuleFiles.Load().Rules;
        compiled.Select(Face).ShouldBe(sources.Select(Face));
    }

    private static string Face(Rule rule) =>
        $"{rule.Id} {rule.Name} {rule.Family} {rule.Status} {rule.Severity} {rule.Confidence} {rule.Subject} {string.Join(' ', rule.Taxa)} {rule.Title} {rule.Message} {rule.Why} {rule.Fix} {rule.Replacement} {string.Join(' ', rule.References)} {string.Join(' ', rule.Overrides)} {rule.Path}";
}
