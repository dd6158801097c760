using McpScan.Tests.Governance.Signing;

namespace McpScan.Tests.Cli;

public sealed class SignOffCommandTests : IDisposable
{
    private readonly SigningFolder _folder = new();

    [Fact]
    public void An_approved_audit_is_approved()
    {
        _folder.SignOff("good", "approve").ShouldBe(0);

        _folder.Run.Output.ShouldContain("signed: approve, by Jane Roe (CISO), until 2026-12-31\nbound to 1 input, the rules and this version\nwritten to signoff.json\nkey sha256:");
        _folder.Verify().ShouldBe(0);
    }

    [Theory]
    [InlineData("bad", 1)]
    [InlineData("broken", 3)]
    public void What_the_audit_does_not_bear_is_not_signed(string path, int exitCode)
    {
        _folder.SignOff(path, "approve").ShouldBe(exitCode);
        _folder.Error.ShouldStartWith("mcpscan: Nothing was signed. The audit ");
        _folder.SignOff(path, "approve-with-conditions", "--condition", "mend it; due 2026-06-30").ShouldBe(exitCode);
        _folder.Error.ShouldEndWith("Approving it all the same takes a risk: say which, with --residual-risk.");
        _folder.Run.Exists("signoff.json").ShouldBeFalse();

        _folder.SignOff(path, "approve-with-conditions", "--condition", "mend it; due 2026-06-30", "--residual-risk", "it may be poisoned").ShouldBe(0);
        _folder.Verify().ShouldBe(0);
        _folder.SignOff(path, "reject").ShouldBe(0);
        _folder.Verify().ShouldBe(1);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    public void Nothing_is_not_signed_for(string decision)
    {
        _folder.Run.With("empty/readme.txt", "x");

        _folder.SignOff("empty", decision).ShouldBe(3);

        _folder.Error.ShouldBe("mcpscan: Nothing was signed. Nothing was found to audit, so there is nothing to decide about.");
    }

    [Theory]
    [InlineData("--decision takes approve, approve-with-conditions, reject, not 'yes'.", "yes")]
    [InlineData("approve-with-conditions needs a --condition \"text; due 2026-12-31\".", "approve-with-conditions")]
    [InlineData("--condition belongs to --decision approve-with-conditions.", "approve", "--condition", "x; due 2026-06-30")]
    [InlineData("--condition takes \"text; due 2026-12-31\", not 'x'.", "approve-with-conditions", "--condition", "x")]
    [InlineData("The due date of a --condition must be a day such as 2026-12-31, not '30.6.2026'.", "approve-with-conditions", "--condition", "x; due 30.6.2026")]
    [InlineData("A condition is due on 2026-02-28, which is over already.", "approve-with-conditions", "--condition", "x; due 2026-02-28")]
    [InlineData("A condition is due on 2027-01-01, after the decision has expired.", "approve-with-conditions", "--condition", "x; due 2027-01-01")]
    [InlineData("--condition is empty.", "approve-with-conditions", "--condition", "; due 2026-06-30")]
    [InlineData("--scope holds characters that cannot be seen: 'a⟨U+202E⟩b'.", "approve", "--scope", "a\u202Eb")]
    [InlineData("--residual-risk is empty.", "approve", "--residual-risk", " ")]
    [InlineData("--key-password-file and --key-password-env both name a passphrase; say one of them.", "approve", "--key-password-file", "p", "--key-password-env", "P")]
    [InlineData("The environment variable 'P' of --key-password-env is not set.", "approve", "--key-password-env", "P")]
    [InlineData("'p' cannot be read: there is no such file.", "approve", "--key-password-file", "p")]
    [InlineData("'k' cannot be read: there is no such file.", "approve", "--key", "k")]
    [InlineData("The lock 'l' cannot be read.", "approve", "--lock", "l")]
    [InlineData("The policy 'p' cannot be read.", "approve", "--policy", "p")]
    [InlineData("A report of a sign-off is .html, .md or .pdf, not 'r.sarif'; 'mcpscan audit -o' writes the others.", "approve", "--report", "r.sarif")]
    [InlineData("encrypted.pem(1,1): The key is encrypted; say its passphrase with --key-password-file or --key-password-env.", "approve", "--key", "encrypted.pem")]
    [InlineData("pub.pem(1,1): This holds a public key, which cannot sign; name the file with the private one.", "approve", "--key", "pub.pem")]
    public void Wrong_usage_is_said_with_the_mend(string message, string decision, params string[] more)
    {
        _folder.SignOff("good", decision, more).ShouldBe(2);

        _folder.Error.ShouldBe("mcpscan: " + message);
        _folder.Run.Exists("signoff.json").ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-02-28", "--expires 2026-02-28 is over already; a decision needs a last day that is still to come.")]
    [InlineData("tomorrow", "--expires must be a day such as 2026-12-31, not 'tomorrow'.")]
    [InlineData("2026-02-30", "--expires must be a day such as 2026-12-31, not '2026-02-30'.")]
    public void The_last_day_must_be_one(string expires, string message)
    {
        _folder.Run.Run("signoff", "good", "--decision", "approve", "--approver", "x", "--role", "y", "--key", "key.pem", "-o", "s.json", "--expires", expires).ShouldBe(2);

        _folder.Error.ShouldBe("mcpscan: " + message);
    }

    [Fact]
    public void What_must_be_said_is_asked_for()
    {
        _folder.Run.Run("signoff", "good").ShouldBe(2);

        foreach (var option in new[] { "--decision", "--approver", "--role", "--expires", "--key", "--output" })
        {
            _folder.Error.ShouldContain($"Option '{option}' is required.");
        }
    }

    [Fact]
    public void A_passphrase_comes_from_a_file_or_a_variable()
    {
        _folder.Run.With("pass.txt", Keys.Passphrase + "\r\n").WithVariable("PASS", Keys.Passphrase).WithVariable("WRONG", "x");

        _folder.SignOff("good", "approve", "--key", "encrypted.pem", "--key-password-file", "pass.txt").ShouldBe(0);
        _folder.Verify().ShouldBe(0);
        _folder.SignOff("good", "approve", "--key", "encrypted.pem", "--key-password-env", "PASS").ShouldBe(0);
        _folder.Verify().ShouldBe(0);
        _folder.SignOff("good", "approve", "--key", "encrypted.pem", "--key-password-env", "WRONG").ShouldBe(2);
        _folder.Error.ShouldStartWith("mcpscan: encrypted.pem(1,1): The passphrase is wrong, or this is no key");
    }

    [Fact]
    public void The_policy_separates_duties()
    {
        _folder.Run.With("policy.yaml", "approval: { separationOfDuty: true }\n")
            .With("owned/server.json", """{ "name": "io.github.acme/desk", "description": "Desk.", "version": "1.0.0", "_meta": { "owner": "jane roe" } }""");

        _folder.SignOff("owned", "approve", "--policy", "policy.yaml", "--requester", "John Doe").ShouldBe(2);
        _folder.Error.ShouldBe("mcpscan: policy.yaml(1,1): Duties are separated: 'Jane Roe' is the owner or author of the server 'io.github.acme/desk'; another person must decide.");
        _folder.SignOff("good", "approve", "--policy", "policy.yaml", "--requester", "John Doe").ShouldBe(0);
        _folder.Verify().ShouldBe(0);
    }

    public void Dispose() => _folder.Dispose();
}
