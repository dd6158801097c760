using McpScan.Governance;
using McpScan.Governance.SignOffs;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Tests.Governance.SignOffs;

public sealed class ApprovalGuardTests
{
    private static readonly string Key = new('1', 64);

    [Theory]
    [InlineData("approvers: [{ name: Jane Roe }]")]
    [InlineData("approvers: [{ name: 'Jane  ROE <jane@acme.example>', role: ciso }]")]
    [InlineData("approvers: [{ name: John Doe }, { name: Jane Roe, key: 'sha256:1111111111111111111111111111111111111111111111111111111111111111' }]")]
    [InlineData("separationOfDuty: true")]
    [InlineData("separationOfDuty: false")]
    [InlineData("validDays: 305")]
    public void Who_is_entitled_may_decide(string clause) => Objection(clause).ShouldBeNull();

    [Theory]
    [InlineData("approvers: [{ name: John Doe }]", "policy.yaml(2,1): 'Jane Roe' is not among the approvers of the policy; one of them must decide.")]
    [InlineData("approvers: [{ name: Jane Roe, role: security }]", "policy.yaml(2,1): The policy has 'Jane Roe' as 'security', not as 'CISO'; say the role that it gives.")]
    [InlineData("validDays: 304", "policy.yaml(2,1): A sign-off lasts at most 304 days here, until 2026-12-30; expire it by then.")]
    public void Who_is_not_may_not(string clause, string message) => Objection(clause).ShouldBe(message);

    [Fact]
    public void Another_key_may_not_sign_for_a_person() =>
        Objection($"approvers: [{{ name: Jane Roe, key: 'sha256:{new string('2', 64)}' }}]")
            .ShouldBe($"policy.yaml(2,1): The policy binds 'Jane Roe' to the key sha256:{new string('2', 64)}; sign with that one, not with sha256:{Key}.");

    [Fact]
    public void Nobody_decides_about_their_own()
    {
        const string Clause = "separationOfDuty: true";

        Objection(Clause, Statements.Full.SignOff with { Requester = null }).ShouldBe("policy.yaml(2,1): Duties are separated: name who asked for the decision with --requester.");
        Objection(Clause, Statements.Full.SignOff with { Requester = "jane  roe" })
            .ShouldBe("policy.yaml(2,1): Duties are separated: 'Jane Roe' asked for the decision; another person must make it.");
        Objection(Clause, Statements.Full.SignOff, ("desk", "Jane Roe <jane@acme.example>"))
            .ShouldBe("policy.yaml(2,1): Duties are separated: 'Jane Roe' is the owner or author of the server 'desk'; another person must decide.");
        Objection(Clause, Statements.Full.SignOff, ("desk", "Janet Roe")).ShouldBeNull();
        Objection("separationOfDuty: false", Statements.Full.SignOff with { Requester = "Jane Roe" }, ("desk", "Jane Roe")).ShouldBeNull();
    }

    private static string? Objection(string clause, SignOff? signOff = null, params (string, string)[] answerable)
    {
        var policy = PolicyReader.Read(new SourceText("policy.yaml", $"failOn: high\napproval:\n  {clause}\n"), RuleSet.BuiltIn, out var errors);
        errors.ShouldBeEmpty();
        return ApprovalGuard.Objection(policy.ShouldNotBeNull(), signOff ?? Statements.Full.SignOff, answerable);
    }
}
