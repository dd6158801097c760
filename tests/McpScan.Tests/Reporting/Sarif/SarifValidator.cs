using System.Text;
using System.Text.Json;

namespace McpScan.Tests.Reporting.Sarif;

/// <summary>Microsoft's validator of SARIF, with the rules of the standard and those of GitHub.</summary>
internal static class SarifValidator
{
    /// <summary>SARIF2005 wants an address of the tool, and there is none yet.</summary>
    private static readonly string[] Accepted = ["SARIF2005"];

    /// <summary>The ids of the rules that complain with an error or a warning, but for the accepted ones.</summary>
    public static HashSet<string> Complaints(string sarif)
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
        return [.. run.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("ruleId").GetString()!).Except(Accepted)];
    }
}
