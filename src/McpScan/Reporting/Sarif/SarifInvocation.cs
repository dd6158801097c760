using System.Globalization;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Reporting.Json;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Reporting.Sarif;

/// <summary>How the run went: whether it read everything, and what it has to say about itself.</summary>
internal static class SarifInvocation
{
    private const int MessageLimit = 1_000;

    public static void Write(Utf8JsonWriter writer, AuditReport report, SarifIndex index)
    {
        writer.WriteStartArray("invocations");
        writer.WriteStartObject();
        writer.WriteBoolean("executionSuccessful", !IsIncomplete(report));
        writer.WriteNumber("exitCode", report.ExitCode);
        writer.WriteString("exitCodeDescription", report.ExitCode switch
        {
            0 => "Nothing at or above the severity that rejects.",
            1 => "Findings at or above the severity that rejects.",
            _ => "The audit is incomplete.",
        });
        if (report.Timestamp is { } timestamp)
        {
            writer.WriteString("endTimeUtc", timestamp.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        }

        writer.WriteStartArray("toolExecutionNotifications");
        foreach (var notice in report.Notices)
        {
            WriteNotification(writer, notice, index);
            JsonOutput.FlushWhenFull(writer);
        }

        if (report.Findings.Length > SarifResults.Limit)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"{report.Findings.Length} findings, of which the {SarifResults.Limit} most severe are written here; the JSON report has all.");
            WriteNotification(writer, new ReportNotice(NoticeSeverity.Warning, message, null, null), index);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    /// <summary>Exit code 1 goes before 3, so the exit code alone does not tell.</summary>
    private static bool IsIncomplete(AuditReport report)
    {
        foreach (var notice in report.Notices)
        {
            if (notice.Severity == NoticeSeverity.Error)
            {
                return true;
            }
        }

        return report.ExitCode > 1 || report.Verdict == Verdict.Incomplete;
    }

    private static void WriteNotification(Utf8JsonWriter writer, ReportNotice notice, SarifIndex index)
    {
        writer.WriteStartObject();
        writer.WriteString("level", SarifLevels.Of(notice.Severity));
        SarifWriting.Message(writer, "message", SarifText.Sentence(SarifText.Escape(notice.Message, MessageLimit)));
        if (notice.Place is not null || notice.Path is not null)
        {
            writer.WriteStartArray("locations");
            writer.WriteStartObject();
            if (notice.Place is not null)
            {
                SarifLocations.WritePhysical(writer, notice.Place, index, withContext: true);
            }
            else
            {
                writer.WriteStartObject("physicalLocation");
                SarifLocations.WriteArtifactLocation(writer, "artifactLocation", notice.Path!, index.Artifact(notice.Path!));
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
