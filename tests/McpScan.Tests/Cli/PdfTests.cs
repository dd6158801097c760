using System.Text;
using System.Text.RegularExpressions;

namespace McpScan.Tests.Cli;

/// <summary>PDF reports. A browser is optional on a developer's machine and mandatory where <c>CI=true</c>.</summary>
public sealed class PdfTests : IDisposable
{
    private readonly SigningFolder _folder = new();

    [Fact]
    public void A_report_is_printed()
    {
        UseBrowser();

        _folder.Run.Run("audit", "bad", "-q", "-o", "report.pdf").ShouldBe(1, _folder.Error);

        Pages("report.pdf").ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_printed_sign_off_is_bound()
    {
        UseBrowser();

        _folder.SignOff("good", "approve", "--report", "report.pdf").ShouldBe(0, _folder.Error);

        Pages("report.pdf").ShouldBeGreaterThan(1);
        _folder.Verify().ShouldBe(0);
        _folder.Flip("report.pdf", 1000);
        _folder.Verify().ShouldBe(1);
        _folder.Run.Output.ShouldContain("report     FAILED       report.pdf is not a report that was signed for.");
    }

    [Fact]
    public void Where_there_is_no_browser_nothing_is_audited()
    {
        _folder.Run.WithVariable("PATH", _folder.Run.Folder);
        Assert.SkipWhen(OperatingSystem.IsMacOS(), "looks below /Applications too");

        _folder.Run.Run("audit", "bad", "-o", "report.pdf").ShouldBe(2);

        _folder.Error.ShouldBe("mcpscan: A PDF is printed by a browser of the Chromium family, and none was found on PATH or in the usual places; install one, name it in MCPSCAN_CHROMIUM, or write .html and print that.");
        _folder.Run.Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_browser_that_prints_nothing_is_said()
    {
        Assert.SkipUnless(File.Exists("/bin/false"), "needs /bin/false");
        _folder.Run.WithVariable("MCPSCAN_CHROMIUM", "/bin/false");
        _folder.Run.Run("audit", "bad", "-o", "report.pdf").ShouldBe(2);
        _folder.Error.ShouldStartWith("mcpscan: The browser '/bin/false' printed no PDF (it ended with exit code 1);");
        _folder.Run.Exists("report.pdf").ShouldBeFalse();

        _folder.Run.WithVariable("MCPSCAN_CHROMIUM", "nothing").Run("audit", "bad", "-o", "report.pdf").ShouldBe(2);
        _folder.Error.ShouldBe("mcpscan: MCPSCAN_CHROMIUM names 'nothing', which is no file; name a Chromium-family browser, or unset it.");
    }

    [Fact]
    public void A_relative_folder_on_the_path_starts_nothing()
    {
        _folder.Run.With("bin/chromium", "#!/bin/sh\n").WithVariable("PATH", "bin");
        Assert.SkipWhen(OperatingSystem.IsMacOS(), "looks below /Applications too");

        _folder.Run.Run("audit", "bad", "-o", "report.pdf").ShouldBe(2);
    }

    public void Dispose() => _folder.Dispose();

    private void UseBrowser()
    {
        foreach (var variable in new[] { "PATH", "MCPSCAN_CHROMIUM", "ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA" })
        {
            _folder.Run.WithVariable(variable, Environment.GetEnvironmentVariable(variable) ?? "");
        }

        if (_folder.Run.Run("audit", "empty", "-o", "report.pdf") == 2)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", _folder.Error);
            Assert.Fail(_folder.Error);
        }
    }

    private int Pages(string file)
    {
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(_folder.PathOf(file)));
        text.ShouldStartWith("%PDF-");
        return Regex.Count(text, @"/Type\s*/Page\b");
    }
}
