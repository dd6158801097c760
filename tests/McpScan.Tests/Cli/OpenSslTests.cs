using System.Diagnostics;

namespace McpScan.Tests.Cli;

/// <summary>The commands that docs/signoff.md gives to people without McpScan. Optional on a developer's machine, mandatory where <c>CI=true</c>.</summary>
public sealed class OpenSslTests : IDisposable
{
    private const string Heading = "## The file, and checking it without McpScan";

    private readonly SigningFolder _folder = new();

    [Fact]
    public void OpenSSL_verifies_what_is_documented()
    {
        SkipUnlessThere();
        _folder.SignOff("good", "approve", "--report", "report.md").ShouldBe(0);

        Shell(Documented()).ShouldBe("Verified OK\n");
        File.ReadAllText(_folder.PathOf("statement.json")).ShouldContain("\"_type\": \"https://in-toto.io/Statement/v1\"");

        _folder.Flip("signoff.json", File.ReadAllText(_folder.PathOf("signoff.json")).IndexOf("\"payload\"", StringComparison.Ordinal) + 40);
        Shell(Documented()).ShouldNotContain("OK");
    }

    [Fact]
    public void Keys_made_as_documented_sign_and_verify()
    {
        SkipUnlessThere();
        _folder.Run.WithVariable("PASS", "p");
        Shell("openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes-256-cbc -pass pass:p -out key.pem 2>/dev/null; openssl pkey -in key.pem -passin pass:p -pubout -out pub.pem");

        _folder.SignOff("good", "approve", "--key-password-env", "PASS").ShouldBe(0, _folder.Error);
        _folder.Verify().ShouldBe(0);
        var id = Shell("openssl pkey -pubin -in pub.pem -outform DER | openssl dgst -sha256 -r").Split(' ')[0];
        _folder.Run.Read("signoff.json").ShouldContain($"\"keyid\": \"sha256:{id}\"");
    }

    public void Dispose() => _folder.Dispose();

    private static string Documented()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/signoff.md")).ReplaceLineEndings("\n");
        var section = page[page.IndexOf(Heading, StringComparison.Ordinal)..];
        var start = section.IndexOf("```sh\n", StringComparison.Ordinal) + 6;
        return section[start..section.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static void SkipUnlessThere()
    {
        if (!File.Exists("/bin/sh") || !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "openssl"))))
        {
            const string Missing = "needs a shell with openssl";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Missing);
            Assert.Fail(Missing);
        }
    }

    private string Shell(string commands)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = _folder.Run.Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, ArgumentList = { "-c", commands } };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        TestContext.Current.TestOutputHelper!.WriteLine(error.Result);
        return output;
    }
}
