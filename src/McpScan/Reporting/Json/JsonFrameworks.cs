using System.Collections.Immutable;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Syntax;

namespace McpScan.Reporting.Json;

/// <summary>The frameworks of the JSON report: an answer for each of their controls.</summary>
internal static class JsonFrameworks
{
    public static void Write(Utf8JsonWriter writer, ImmutableArray<FrameworkResult> results)
    {
        writer.WriteStartArray("frameworks");
        foreach (var result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("id", result.Framework.Id);
            writer.WriteString("name", result.Framework.Name);
            writer.WriteString("version", result.Framework.Version);
            writer.WriteStartArray("controls");
            foreach (var control in result.Controls)
            {
                WriteControl(writer, control);
                JsonOutput.FlushWhenFull(writer);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteControl(Utf8JsonWriter writer, ControlResult control)
    {
        writer.WriteStartObject();
        writer.WriteString("id", control.Control.Id);
        writer.WriteString("title", control.Control.Title);
        writer.WriteString("status", Words.Of(control.Status));
        writer.WriteString("reason", control.Reason);
        WriteTexts(writer, "rules", control.Rules.Select(rule => rule.Id));
        WriteTexts(writer, "findings", control.Findings.Select(finding => finding.Fingerprint));
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
