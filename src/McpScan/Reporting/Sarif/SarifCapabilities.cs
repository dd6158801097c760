using System.Text.Json;
using McpScan.Auditing;
using McpScan.Modeling;
using McpScan.Reporting.Json;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Reporting.Sarif;

/// <summary>The capability matrix in the properties of a SARIF run: <c>{columns, servers: [{id, name, matrix, tools: [{name, matrix}]}], toolsLeftOut}</c>.</summary>
internal static class SarifCapabilities
{
    /// <summary>An upload to GitHub has at most 10 MB, which findings need more than the matrix; the JSON report has every tool.</summary>
    private const int MaxTools = 5_000;
    private const int MaxName = 200;

    public static void Write(Utf8JsonWriter writer, AuditReport report)
    {
        writer.WriteStartObject("capabilities");
        writer.WriteStartArray("columns");
        foreach (var group in CapabilityGroup.All)
        {
            writer.WriteStringValue(group.Name);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("servers");
        var room = MaxTools;
        foreach (var server in report.Servers)
        {
            WriteServer(writer, server, Math.Min(room, server.Tools.Length));
            room -= Math.Min(room, server.Tools.Length);
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
        writer.WriteNumber("toolsLeftOut", report.Servers.Sum(static server => server.Tools.Length) - (MaxTools - room));
        writer.WriteEndObject();
    }

    private static void WriteServer(Utf8JsonWriter writer, ServerReport server, int tools)
    {
        writer.WriteStartObject();
        writer.WriteString("id", Show(server.Id));
        writer.WriteString("name", Show(server.Name.Raw));
        JsonCapabilities.WriteRow(writer, server.Capabilities.Row);
        writer.WriteStartArray("tools");
        for (var i = 0; i < tools; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("name", Show(server.Tools[i].Name.Raw));
            JsonCapabilities.WriteRow(writer, server.Tools[i].Capabilities.Row);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Show(string text) => SarifText.Escape(new Untrusted(text).ToString(), MaxName);
}
