using System.Security.Cryptography;
using McpScan.Governance.Signing;
using McpScan.Governance.SignOffs;
using McpScan.Text;

namespace McpScan.Tests.Cli;

/// <summary>A sign-off holds as long as nothing that it is bound to has changed, and not a byte longer.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private readonly SigningFolder _folder = new();

    public VerifyCommandTests() =>
        _folder.SignOff(".", "approve-with-conditions", "--condition", "mend it; due 2026-06-30", "--residual-risk", "it may be poisoned", "--policy", "policy.yaml", "--lock", "mcpscan.lock.json", "--report", "out/report.html", "--report", "report.md")
            .ShouldBe(0, _folder.Error);

    [Fact]
    public void All_that_was_signed_is_looked_at()
    {
        _folder.Verify().ShouldBe(0);

        _folder.Run.Output.Split('\n').Select(line => line.Split(' ')[0]).Where(word => word.Length > 0)
            .ShouldBe(["signature", "decision", "expiry", "condition", "risk", "inputs", "policy", "lock", "report", "report", "rules", "tool", "The"]);
        _folder.Run.Output.ShouldEndWith("The sign-off holds. (exit code 0)\n");
    }

    [Theory]
    [InlineData("good/tools.json", "inputs     FAILED       changed: good/tools.json")]
    [InlineData("bad/tools.json", "inputs     FAILED       changed: bad/tools.json")]
    [InlineData("policy.yaml", "policy     FAILED       policy.yaml is not the file that was signed for.")]
    [InlineData("mcpscan.lock.json", "lock       FAILED       mcpscan.lock.json is not the file that was signed for.")]
    [InlineData("out/report.html", "report     FAILED       out/report.html is not a report that was signed for.")]
    [InlineData("report.md", "report     FAILED       report.md is not a report that was signed for.")]
    public void A_changed_byte_is_told(string file, string line)
    {
        var length = File.ReadAllBytes(_folder.PathOf(file)).Length;
        foreach (var at in new[] { 0, length / 3, length / 2, length - 1 })
        {
            _folder.Flip(file, at);
            _folder.Verify().ShouldBe(1, $"byte {at}");
            _folder.Run.Output.ShouldContain(line);
            _folder.Run.Output.ShouldEndWith("The sign-off does not hold. (exit code 1)\n");
            _folder.Flip(file, at);
        }

        _folder.Verify().ShouldBe(0);
    }

    [Fact]
    public void A_changed_byte_of_the_sign_off_is_told()
    {
        var length = File.ReadAllBytes(_folder.PathOf("signoff.json")).Length;
        for (var at = 0; at < length; at += Math.Max(1, length / 40))
        {
            _folder.Flip("signoff.json", at);
            _folder.Verify().ShouldBe(1, $"byte {at}");
            _folder.Run.Output.ShouldContain("FAILED");
            _folder.Flip("signoff.json", at);
        }

        _folder.Verify().ShouldBe(0);
    }

    [Fact]
    public void What_is_gone_and_what_is_new_is_named()
    {
        File.Delete(_folder.PathOf("bad/tools.json"));
        _folder.Run.With("new/tools.json", """{ "tools": [] }""");

        _folder.Verify().ShouldBe(1);

        _folder.Run.Output.ShouldContain("inputs     FAILED       missing: bad/tools.json\ninputs     FAILED       added: new/tools.json\n");
    }

    [Fact]
    public void Time_passes()
    {
        _folder.Run.Now = new DateTimeOffset(2026, 6, 30, 23, 59, 59, TimeSpan.Zero);
        _folder.Verify().ShouldBe(0);
        _folder.Run.Now = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
        _folder.Verify().ShouldBe(1);
        _folder.Run.Output.ShouldContain("condition  FAILED       overdue since 2026-06-30: mend it");
        _folder.Run.Now = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        _folder.Verify().ShouldBe(1);
        _folder.Run.Output.ShouldContain("expiry     FAILED       The decision has expired: its last day was 2026-12-31.");
        _folder.Run.WithVariable("SOURCE_DATE_EPOCH", "1772366400");
        _folder.Verify().ShouldBe(0);
    }

    [Fact]
    public void Without_a_key_nobody_knows()
    {
        _folder.Run.Run("verify", "signoff.json", ".", "--policy", "policy.yaml", "--lock", "mcpscan.lock.json").ShouldBe(3);

        _folder.Run.Output.ShouldContain("signature  not checked  ");
        _folder.Run.Output.ShouldContain("inputs     ok           ");
    }

    [Fact]
    public void The_key_of_somebody_else_does_not_hold()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _folder.Run.With("other.pem", other.ExportSubjectPublicKeyInfoPem());

        _folder.Run.Run("verify", "signoff.json", "--key", "other.pem").ShouldBe(1);

        _folder.Run.Output.ShouldContain("signature  FAILED       It is not signed with the key that was named");

        // What a file names that nobody vouches for is not opened.
        _folder.Run.Output.ShouldContain("inputs     not checked  ");
        _folder.Run.Output.ShouldContain("policy     not checked  ");
    }

    [Fact]
    public void Files_may_lie_elsewhere_when_they_are_named()
    {
        foreach (var file in new[] { "policy.yaml", "mcpscan.lock.json", "report.md" })
        {
            File.Move(_folder.PathOf(file), _folder.PathOf("out/" + file));
        }

        _folder.Verify().ShouldBe(3);
        _folder.Run.Output.ShouldContain("policy     not checked  policy.yaml cannot be read; name it with --policy.");
        _folder.Run.Output.ShouldContain("report     note         report.md does not lie here;");
        _folder.Verify("--policy", "out/policy.yaml", "--lock", "out/mcpscan.lock.json", "--report", "out/report.md", "--report", "out/report.html").ShouldBe(0);
        _folder.Verify("--policy", "out/policy.yaml", "--lock", "out/mcpscan.lock.json", "--report", "signoff.json").ShouldBe(1);
        _folder.Verify("good", "--policy", "out/policy.yaml", "--lock", "out/mcpscan.lock.json").ShouldBe(1);
    }

    [Fact]
    public void Further_rules_are_part_of_what_was_signed()
    {
        _folder.Run.With("rules/governance/own.yaml", """
            id: ACME1
            name: own
            title: A tool
            status: stable
            severity: low
            confidence: low
            taxa: [stride:tampering]
            subject: tool
            when: { field: [name], matches: 'x' }
            message: A tool.
            why: It is.
            fix: None.
            """);

        _folder.SignOff("good", "approve", "--rules", "rules").ShouldBe(0, _folder.Error);
        _folder.Verify().ShouldBe(1);
        _folder.Run.Output.ShouldContain("rules      FAILED       The decision rests on other rules");
        _folder.Verify("--rules", "rules").ShouldBe(0);
    }

    [Fact]
    public void An_approver_with_the_key_of_another_does_not_hold()
    {
        // Signed by hand with a policy of then that nobody keeps to: as a tool would that does not ask the policy.
        _folder.Run.With("policy.yaml", "approval: { approvers: [{ name: John Doe }] }\n");
        var statement = StatementReader.Read(DsseEnvelope.Read("", File.ReadAllBytes(_folder.PathOf("signoff.json")), out _)!, out _)!;
        var forged = statement with { Policy = new BoundFile("policy.yaml", Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder.PathOf("policy.yaml"))))) };
        using var key = SigningKey.Read(new SourceText("key.pem", _folder.Run.Read("key.pem")), null, out _)!;
        _folder.Run.With("signoff.json", key.Sign(DsseEnvelope.InToto, StatementWriter.Write(forged)).ToBytes());

        _folder.Verify().ShouldBe(1);

        _folder.Run.Output.ShouldContain("approver   FAILED       policy.yaml(1,1): 'Jane Roe' is not among the");
    }

    [Theory]
    [InlineData(2, "mcpscan: key.pem(1,1): This is a private key, which nobody but the approver should have;", "signoff.json", "--key", "key.pem")]
    [InlineData(2, "mcpscan: 'k.pem' cannot be read", "signoff.json", "--key", "k.pem")]
    [InlineData(2, "mcpscan: policy.yaml(1,1): This is no PEM file with a public key;", "signoff.json", "--key", "policy.yaml")]
    [InlineData(3, "mcpscan: 'nothing.json' cannot be read: there is no such file.", "nothing.json", "--key", "pub.pem")]
    public void Trouble_has_its_code(int exitCode, string error, params string[] arguments)
    {
        _folder.Run.Run(["verify", .. arguments]).ShouldBe(exitCode);

        _folder.Error.ShouldStartWith(error);
    }

    [Fact]
    public void Another_file_is_no_sign_off()
    {
        _folder.Run.Run("verify", "good/tools.json", "--key", "pub.pem").ShouldBe(1);

        _folder.Run.Output.ShouldContain("envelope   FAILED       good/tools.json(1,1): This is no sign-off:");
    }

    public void Dispose() => _folder.Dispose();
}
