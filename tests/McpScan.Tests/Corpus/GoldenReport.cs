using System.Text.Json;
using System.Text.Json.Nodes;

namespace McpScan.Tests.Corpus;

/// <summary>Machine reports for goldens: what says nothing about the case is left out, so that a new rule changes only the cases that it fires on.</summary>
internal static class GoldenReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON report without the rules that found nothing.</summary>
    public static string Json(string report)
    {
        var root = JsonNode.Parse(report)!.AsObject();
        root["tool"]!.AsObject().Remove("rulesDigest");
        root.Remove("rules");
        foreach (var server in root["servers"]!.AsArray())
        {
            var outcomes = server!["outcomes"]!.AsObject();
            outcomes.Remove("clear");
            outcomes.Remove("incomplete");
            outcomes.Remove("notApplicable");
        }

        return Text(root);
    }

    /// <summary>The SARIF without the descriptors of rules and taxa, and without their indexes.</summary>
    public static string Sarif(string report)
    {
        var root = JsonNode.Parse(report)!.AsObject();
        var run = root["runs"]![0]!.AsObject();
        var driver = run["tool"]!["driver"]!.AsObject();
        driver.Remove("rules");
        driver.Remove("supportedTaxonomies");
        run.Remove("taxonomies");
        foreach (var result in run["results"]!.AsArray())
        {
            result!.AsObject().Remove("ruleIndex");
        }

        return Text(root);
    }

    private static string Text(JsonNode root) => root.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
}
