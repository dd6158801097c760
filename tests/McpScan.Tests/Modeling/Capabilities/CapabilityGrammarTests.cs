using McpScan.Modeling;

namespace McpScan.Tests.Modeling.Capabilities;

/// <summary>The grammar reads what it prints, and points at what it cannot read.</summary>
public sealed class CapabilityGrammarTests
{
    [Theory]
    [InlineData("fs:read,write:/notes/**", "fs", "/notes/**", "")]
    [InlineData("net:connect:api.example:443", "net", "api.example:443", "")]
    [InlineData("exec:spawn:git?nestedSandbox=true", "exec", "git", "nestedSandbox=true")]
    [InlineData("clock:system", "clock", "system", "")]
    [InlineData("assert:ro:\"reads: nothing else\"", "assert", "ro:\"reads: nothing else\"", "")]
    public void A_term_has_parts_and_prints_as_it_was_written(string text, string kind, string scope, string refinements)
    {
        var term = CapabilityGrammar.Parse(text, out var problem).ShouldNotBeNull();

        problem.ShouldBeNull();
        (term.Kind, term.Scope, term.Refinements, term.ToString()).ShouldBe((kind, scope, refinements, text));
        term.IsExtension.ShouldBeFalse();
    }

    [Theory]
    [InlineData("disk:read:/a", "disk")]
    [InlineData("fs:read,erase:/a", "erase")]
    [InlineData("fs:read:relative", "relative")]
    [InlineData("net:connect:host:99999", "99999")]
    [InlineData("exec:spawn:/bin/sh", "/bin/sh")]
    [InlineData("env:read:lower", "lower")]
    [InlineData("clock:wall", "wall")]
    [InlineData("fs:read", "fs:read")]
    [InlineData("net:connect:", "")]
    [InlineData("exec:spawn:", "")]
    [InlineData("data:read:mail", "data")]
    public void A_problem_points_at_the_part_that_is_wrong(string text, string wrong)
    {
        CapabilityGrammar.Parse(text, out var problem).ShouldBeNull();

        problem.ShouldNotBeNull();
        text.Substring(problem.Start, problem.Length).ShouldBe(wrong);
    }

    [Fact]
    public void Own_kinds_are_extensions_and_capgates_are_not()
    {
        CapabilityGrammar.ParseOwn("message:send:mail").IsExtension.ShouldBeTrue();
        CapabilityGrammar.ParseOwn("fs:read:/**").IsExtension.ShouldBeFalse();
        CapabilityKinds.All.Where(kind => !kind.IsExtension).Select(kind => kind.Name).ShouldBe(["fs", "net", "exec", "env", "ipc", "clock", "assert"]);
    }

    [Theory]
    [InlineData("fs:read:/**", Operation.Read, false, true)]
    [InlineData("fs:read,delete:/job/**", Operation.Delete, true, false)]
    [InlineData("net:connect:*", Operation.Send, false, false)]
    [InlineData("exec:spawn:git", Operation.Execute, true, false)]
    [InlineData("data:create:note", Operation.Create, true, true)]
    public void A_term_has_a_radius(string text, Operation operation, bool isBounded, bool isReversible) =>
        BlastRadius.Of(CapabilityGrammar.ParseOwn(text)).ShouldBe(new BlastRadius(operation, isBounded, isReversible));
}
