using System.Text.Json;
using McpScan.Auditing;
using McpScan.Reporting.Json;
using McpScan.Syntax;

namespace McpScan.Reporting.Sarif;

/// <summary>SARIF 2.1.0 with errata 01, for GitHub code scanning and other readers.</summary>
/// <remarks>
/// Snippets are the raw text, since a region must name its exact characters; all other text of the audited side is in its visible form, and escaped so that it
/// cannot make a link. What GitHub reads only from <c>properties.tags</c> is written there as well as in <c>taxonomies</c>, where others look.
/// </remarks>
public sealed class SarifRenderer : IRenderer
{
    /// <summary>The base of every path: the folder that the audit's paths are relative to. Its address is left to the reader.</summary>
    internal const string Root = "SRCROOT";

    public string Format => "sarif";

    public IReadOnlyList<string> Extensions { get; } = [".sarif", ".sarif.json"];

    public void Render(AuditReport report, Stream output) => JsonOutput.Write(report, output, Write, indent: 0);

    private static void Write(Utf8JsonWriter writer, AuditReport report)
    {
        var index = new SarifIndex(report);
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        SarifDriver.Write(writer, report, index);
        WriteTaxonomies(writer, index);
        WriteSettings(writer);
        WriteArtifacts(writer, report, index);
        SarifInvocation.Write(writer, report, index);
        SarifResults.Write(writer, report, index);
        WriteProperties(writer, report);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTaxonomies(Utf8JsonWriter writer, SarifIndex index)
    {
        writer.WriteStartArray("taxonomies");
        foreach (var taxonomy in index.Taxonomies)
        {
            taxonomy.Write(writer);
        }

        writer.WriteEndArray();
    }

    private static void WriteSettings(Utf8JsonWriter writer)
    {
        // The slash at the end: a category without the id of a single run, so that GitHub compares each upload with the one before.
        writer.WriteStartObject("automationDetails");
        writer.WriteString("id", "mcpscan/");
        writer.WriteEndObject();
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartArray("newlineSequences");
        writer.WriteStringValue("\r\n");
        writer.WriteStringValue("\n");
        writer.WriteStringValue("\r");
        writer.WriteEndArray();

        // What stands for the characters of a secret (Auditing/Redactor): a snippet with it is as long as the text, but not equal to it.
        writer.WriteStartArray("redactionTokens");
        writer.WriteStringValue("•");
        writer.WriteEndArray();
        writer.WriteStartObject("originalUriBaseIds");
        writer.WriteStartObject(Root);
        SarifWriting.Message(writer, "description", "The folder that was audited; every path is relative to it.");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteArtifacts(Utf8JsonWriter writer, AuditReport report, SarifIndex index)
    {
        writer.WriteStartArray("artifacts");
        foreach (var input in report.Inputs)
        {
            writer.WriteStartObject();
            SarifLocations.WriteArtifactLocation(writer, "location", input.Path, index.Artifact(input.Path));
            writer.WriteStartArray("roles");
            writer.WriteStringValue("analysisTarget");
            writer.WriteEndArray();
            writer.WriteStartObject("hashes");
            writer.WriteString("sha-256", input.Sha256.ToString());
            writer.WriteEndObject();
            writer.WriteStartObject("properties");
            writer.WriteString("kind", input.Kind);
            writer.WriteEndObject();
            writer.WriteEndObject();
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter writer, AuditReport report)
    {
        writer.WriteStartObject("properties");
        writer.WriteString("verdict", Words.Of(report.Verdict));
        writer.WriteString("failOn", Words.Of(report.FailOn));
        writer.WriteNumber("filesSeen", report.Coverage.FilesSeen);
        writer.WriteNumber("filesRead", report.Coverage.FilesRead);
        writer.WriteNumber("filesSkipped", report.Coverage.FilesSkipped.Length);
        writer.WriteNumber("notExamined", report.Coverage.NotExamined.Length);
        SarifCapabilities.Write(writer, report);
        writer.WriteEndObject();
    }
}
