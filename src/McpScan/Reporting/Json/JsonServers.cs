using System.Collections.Immutable;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Reporting.Json;

/// <summary>The servers of the JSON report.</summary>
internal static class JsonServers
{
    public static void Write(Utf8JsonWriter writer, AuditReport report)
    {
        writer.WriteStartArray("servers");
        foreach (var server in report.Servers)
        {
            writer.WriteStartObject();
            writer.WriteString("id", server.Id);
            writer.WriteString("name", server.Name.Raw);
            if (!server.Version.IsEmpty)
            {
                writer.WriteString("version", server.Version.Raw);
            }

            writer.WriteString("path", server.Path);
            if (server.Group is not null)
            {
                writer.WriteString("group", server.Group);
            }

            writer.WriteString("verdict", Words.Of(server.Verdict));
            if (server.VerdictWithoutWaivers is { } without)
            {
                writer.WriteString("verdictWithoutWaivers", Words.Of(without));
            }

            if (server.Risk is { } risk)
            {
                writer.WriteString("risk", Words.Of(risk));
            }

            WriteCounts(writer, server.Counts);
            JsonCapabilities.Write(writer, server.Capabilities);
            WriteTools(writer, server.Tools);
            WriteParts(writer, server);
            WriteOutcomes(writer, report.Rules, server.Outcomes);
            writer.WriteEndObject();
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter writer, ImmutableArray<int> counts)
    {
        writer.WriteStartObject("counts");
        for (var severity = Severity.Critical; severity >= Severity.Info; severity--)
        {
            writer.WriteNumber(Words.Of(severity), counts[(int)severity]);
        }

        writer.WriteEndObject();
    }

    public static void WriteTools(Utf8JsonWriter writer, ImmutableArray<ToolReport> tools)
    {
        writer.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tool.Name.Raw);
            JsonCapabilities.Write(writer, tool.Capabilities);
            JsonCapabilities.WriteClaims(writer, tool.Capabilities.Claims);
            writer.WriteEndObject();
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
    }

    private static void WriteParts(Utf8JsonWriter writer, ServerReport server)
    {
        writer.WriteStartObject("parts");
        foreach (var (kind, count) in server.Parts)
        {
            writer.WriteNumber(Words.Of(kind), count);
        }

        writer.WriteEndObject();
    }

    private static void WriteOutcomes(Utf8JsonWriter writer, ImmutableArray<RuleResult> rules, ImmutableArray<Outcome> outcomes)
    {
        writer.WriteStartObject("outcomes");
        WriteIds(writer, "fired", rules, outcomes, Outcome.Fired);
        WriteIds(writer, "incomplete", rules, outcomes, Outcome.Incomplete);
        WriteIds(writer, "clear", rules, outcomes, Outcome.Clear);
        WriteIds(writer, "notApplicable", rules, outcomes, Outcome.NotApplicable);
        writer.WriteEndObject();
    }

    private static void WriteIds(Utf8JsonWriter writer, string name, ImmutableArray<RuleResult> rules, ImmutableArray<Outcome> outcomes, Outcome wanted)
    {
        writer.WriteStartArray(name);
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i] == wanted)
            {
                writer.WriteStringValue(rules[i].Rule.Id);
            }
        }

        writer.WriteEndArray();
    }
}
