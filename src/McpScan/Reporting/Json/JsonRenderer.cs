using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Reporting.Json;

/// <summary>The JSON report, described by docs/report.schema.json. Members are added, never changed or taken away, within a major schema version.</summary>
/// <remarks>Arrays are always written; any other member that has nothing to say is left out. Text of the audited side is written raw, as data.</remarks>
public sealed class JsonRenderer : IRenderer
{
    /// <summary>Version of the report's shape, not of the program.</summary>
    public const string SchemaVersion = "1.0";

    public string Format => "json";

    public IReadOnlyList<string> Extensions { get; } = [".json"];

    public void Render(AuditReport report, Stream output) => JsonOutput.Write(report, output, Write);

    private static void Write(Utf8JsonWriter writer, AuditReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("schemaVersion", SchemaVersion);
        writer.WriteStartObject("tool");
        writer.WriteString("name", report.Tool.Name);
        writer.WriteString("version", report.Tool.Version);
        writer.WriteString("rulesDigest", report.Tool.RulesDigest.ToString());
        writer.WriteEndObject();
        if (report.Timestamp is { } timestamp)
        {
            writer.WriteString("timestamp", timestamp.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        }

        writer.WriteString("verdict", Words.Of(report.Verdict));
        if (report.VerdictWithoutWaivers is { } without)
        {
            writer.WriteString("verdictWithoutWaivers", Words.Of(without));
        }

        writer.WriteString("failOn", Words.Of(report.FailOn));
        writer.WriteNumber("exitCode", report.ExitCode);
        if (report.Policy is { } policy)
        {
            JsonPolicy.Write(writer, policy);
        }

        WriteInputs(writer, report.Inputs);
        JsonServers.Write(writer, report);
        JsonAgents.Write(writer, report.Agents);
        JsonFindings.Write(writer, report.Findings);
        if (report.Baseline is { } baseline)
        {
            JsonFindings.WriteBaseline(writer, baseline);
        }

        JsonRules.Write(writer, report.Rules);
        JsonFrameworks.Write(writer, report.Frameworks);
        WriteNotices(writer, report.Notices);
        WriteCoverage(writer, report.Coverage);
        writer.WriteEndObject();
    }

    private static void WriteInputs(Utf8JsonWriter writer, ImmutableArray<InputArtifact> inputs)
    {
        writer.WriteStartArray("inputs");
        foreach (var input in inputs)
        {
            writer.WriteStartObject();
            writer.WriteString("path", input.Path);
            writer.WriteString("kind", input.Kind);
            writer.WriteString("sha256", input.Sha256.ToString());
            writer.WriteEndObject();
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
    }

    internal static void WriteNotices(Utf8JsonWriter writer, ImmutableArray<ReportNotice> notices)
    {
        writer.WriteStartArray("notices");
        foreach (var notice in notices)
        {
            writer.WriteStartObject();
            writer.WriteString("severity", Words.Of(notice.Severity));
            writer.WriteString("message", notice.Message);
            if (notice.Path is not null)
            {
                writer.WriteString("path", notice.Path);
            }

            if (notice.Place is not null)
            {
                writer.WritePropertyName("location");
                JsonFindings.WritePlace(writer, notice.Place, role: null);
            }

            writer.WriteEndObject();
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
    }

    private static void WriteCoverage(Utf8JsonWriter writer, Coverage coverage)
    {
        writer.WriteStartObject("coverage");
        writer.WriteNumber("filesSeen", coverage.FilesSeen);
        writer.WriteNumber("filesRead", coverage.FilesRead);
        WriteGaps(writer, "filesSkipped", coverage.FilesSkipped);
        WriteGaps(writer, "notExamined", coverage.NotExamined);
        writer.WriteEndObject();
    }

    private static void WriteGaps(Utf8JsonWriter writer, string name, ImmutableArray<CoverageGap> gaps)
    {
        writer.WriteStartArray(name);
        foreach (var gap in gaps)
        {
            writer.WriteStartObject();
            writer.WriteString("path", gap.Path);
            writer.WriteString("reason", gap.Reason);
            writer.WriteEndObject();
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
    }
}
