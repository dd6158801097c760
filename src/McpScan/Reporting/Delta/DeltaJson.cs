using System.Text.Json;
using McpScan.Auditing.Locking;
using McpScan.Reporting.Json;
using McpScan.Rules;
using McpScan.Syntax;
using McpScan.Syntax.Schemas;

namespace McpScan.Reporting.Delta;

/// <summary>The changes for machines, described by docs/diff.schema.json. Members are added, never changed or taken away, within a major schema version.</summary>
public static class DeltaJson
{
    private const string SchemaVersion = "1.0";

    /// <summary>Writes UTF-8.</summary>
    public static void Render(DeltaReport delta, Stream output) => JsonOutput.Write(DeltaView.Of(delta), output, Write);

    /// <summary>Writes the schema.</summary>
    public static void RenderSchema(Stream output) => JsonOutput.Write(DeltaSchema.Delta, output, static (writer, shape) => shape.WriteSchema(writer, "McpScan diff " + SchemaVersion, DeltaSchema.Parts));

    private static void Write(Utf8JsonWriter writer, DeltaView view)
    {
        writer.WriteStartObject();
        writer.WriteString("schemaVersion", SchemaVersion);
        writer.WriteString("old", view.Old.Raw);
        writer.WriteString("new", view.New.Raw);
        writer.WriteString("failOn", Words.Of(view.FailOn));
        writer.WriteNumber("exitCode", view.ExitCode);
        writer.WriteBoolean("complete", view.IncompleteBecause is null);
        writer.WriteStartObject("counts");
        for (var severity = Severity.Critical; severity >= Severity.Info; severity--)
        {
            writer.WriteNumber(Words.Of(severity), view.Counts[(int)severity]);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("changes");
        foreach (var row in view.Rows)
        {
            WriteRow(writer, row);
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("newly");
        foreach (var power in view.Powers)
        {
            writer.WriteStartObject();
            writer.WriteString("server", power.Server.Raw);
            writer.WriteStartArray("acts");
            foreach (var act in power.Acts)
            {
                writer.WriteStringValue(act.Raw);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        JsonRenderer.WriteNotices(writer, view.Notices);
        writer.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter writer, DeltaRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", row.Rule.Id);
        writer.WriteString("ruleName", row.Rule.Name);
        writer.WriteString("severity", Words.Of(row.Severity));
        writer.WriteString("server", row.Server.Raw);
        writer.WriteString("subjectKind", Words.Of(row.SubjectKind));
        writer.WriteString("subject", row.Subject.Raw);
        JsonFindings.WriteChange(writer, row.Change);
        writer.WriteString("message", row.Message);
        writer.WritePropertyName("location");
        JsonFindings.WritePlace(writer, row.Place, role: null);
        writer.WriteEndObject();
    }
}
