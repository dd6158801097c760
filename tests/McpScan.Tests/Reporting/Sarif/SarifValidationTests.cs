using System.Text;
using System.Text.Json;
using McpScan.Reporting.Sarif;

namespace McpScan.Tests.Reporting.Sarif;

/// <summary>What Microsoft's validator says, with the rules of the standard and those of GitHub.</summary>
public sealed class SarifValidationTests
{
    /// <summary>SARIF2005 wants an address of the tool, and there is none yet.</summary>
    private static readonly string[] Accepted = ["SARIF2005"];

    [Fact]
    public void The_validator_has_no_error_and_no_warning_but_the_accepted_ones()
    {
        Validate(Rendering.ToText(new SarifRenderer(), SampleReports.Realistic)).Except(Accepted).ShouldBeEmpty();
        Validate(Rendering.ToText(new SarifRenderer(), SampleReports.Hostile)).Except(Accepted).ShouldBeEmpty();
    }

    [Fact]
    public void The_validator_can_fail()
    {
        var broken = Rendering.ToText(new SarifRenderer(), SampleReports.Realistic)
            .Replace("\"startLine\": 7", "\"startLine\": 0", StringComparison.Ordinal);

        Validate(broken).Except(Accepted).ShouldNotBeEmpty();
    }

    /// <summary>The ids of the rules that complain.</summary>
    private static HashSet<string> Validate(string sarif)
    {
        using var folder = new TemporaryFolder();
        var input = folder.Write("report.sarif", Encoding.UTF8.GetBytes(sarif));
        var output = folder.Write("answer.sarif", []);

        // The package starts its program through a shell, without quoting.
        var (_, text) = NodeTools.Run(
            "@microsoft/sarif-multitool", "@microsoft/sarif-multitool/bin.js", "validate", input,
            "--rule-kind", "\"Sarif;Ghas\"", "--level", "\"Error;Warning\"", "--log", "ForceOverwrite", "--output", output);
        var log = File.ReadAllBytes(output);
        log.ShouldNotBeEmpty(text);
        using var answer = JsonDocument.Parse(log);
        var run = answer.RootElement.GetProperty("runs")[0];
        run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean().ShouldBeTrue(text);
        return [.. run.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("ruleId").GetString()!)];
    }
}
