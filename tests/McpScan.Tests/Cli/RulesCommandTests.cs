namespace McpScan.Tests.Cli;

public class RulesCommandTests
{
    private const string OwnRule = """
        id: ACME1
        name: mentions-acme
        title: A tool mentions Acme
        status: stable
        severity: low
        confidence: high
        taxa: [stride:spoofing, owasp-asi:ASI04, mitre-atlas:AML.T0010.005]
        subject: tool
        when: { field: description, matches: '(?i)acme' }
        message: Tool '{name}' mentions Acme.
        why: Acme is a made-up company.
        fix: Leave it out.
        examples:
          bad: [{ name: it does, path: tools.json, text: '{"tools":[{"name":"a","description":"By [|Acme|]."}]}' }]
          good: [{ name: it does not, path: tools.json, text: '{"tools":[{"name":"a","description":"By nobody."}]}' }]
        """;

    [Fact]
    public void ListNamesEveryRule()
    {
        using var run = new CliRun();
        run.Run("rules", "list").ShouldBe(0);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(McpScan.Rules.RuleSet.BuiltIn.Rules.Length);
    }

    [Fact]
    public void TheHintNamesTheWholeCommand()
    {
        using var run = new CliRun();
        run.Run("rules", "verify").ShouldBe(2);
        run.Error.ShouldContain("'mcpscan rules verify --help'");
        run.Run("audti").ShouldBe(2);
        run.Error.ShouldContain("'mcpscan --help'");
    }

    [Fact]
    public void ShowTakesIdAndName()
    {
        var rule = McpScan.Rules.RuleSet.BuiltIn.Rules[0];
        using var run = new CliRun();
        run.Run("rules", "show", rule.Id).ShouldBe(0);
        var byId = run.Output;
        run.Run("rules", "show", rule.Name).ShouldBe(0);
        run.Output.ShouldBe(byId);
        byId.ShouldContain(rule.Title);
        run.Run("rules", "show", "nothing").ShouldBe(2);
    }

    [Fact]
    public void AnAuthorsRuleIsVerifiedAndAsked()
    {
        using var run = new CliRun().With("mine/shadowing/mentions-acme.yaml", OwnRule).With("tools.json", """{"tools":[{"name":"a","description":"Acme inside."}]}""");
        run.Run("rules", "verify", "mine").ShouldBe(0, run.Error);
        run.Output.ShouldBe("1 rule verified.\n");
        run.Run("audit", "tools.json", "--rules", "mine", "--format", "json");
        run.Output.ShouldContain("ACME1");
    }

    [Theory]
    [InlineData("By [|Acme|].", "By Acme.", "which is not marked")]
    [InlineData("matches: '(?i)acme'", "matches: '(?=a)cme'", "Look-around")]
    [InlineData("matches: '(?i)acme'", "check: harmful-wording, with: { atLeast: much }", "'much' is no number")]
    [InlineData("field: description", "field: nonsense", "has no field 'nonsense'")]
    [InlineData("id: ACME1", "id: MCPS1", "The prefix of 'MCPS1'")]
    [InlineData("status: stable", "status: perhaps", "'status' is one of")]
    [InlineData("title: A tool", "tittle: A tool", "'tittle' is no key")]
    [InlineData("By nobody", "By acme", "good example 'it does not': the rule fires")]
    [InlineData("stride:spoofing", "stride:sponging", "STRIDE has no entry 'sponging'")]
    public void AnAuthorsMistakeIsFound(string old, string now, string expected)
    {
        using var run = new CliRun().With("mine/shadowing/mentions-acme.yaml", OwnRule.Replace(old, now, StringComparison.Ordinal));
        run.Run("rules", "verify", "mine").ShouldBe(2);
        run.Error.ShouldContain(expected);
    }
}
