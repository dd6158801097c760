using System.Text.Json;
using McpScan.Auditing;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Reporting.Json;

/// <summary>What servers and tools can do, for machines: <c>{schemaVersion, columns: [{name, title, terms}], servers: [{id, name, path, …, tools}]}</c>, with the members of the JSON report.</summary>
public static class CapabilitiesRenderer
{
    public static void Render(AuditReport report, Stream output) => JsonOutput.Write(report, output, Write);

    private static void Write(Utf8JsonWriter writer, AuditReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("schemaVersion", JsonRenderer.SchemaVersion);
        writer.WriteStartArray("columns");
        foreach (var group in CapabilityGroup.All)
        {
            writer.WriteStartObject();
            writer.WriteString("name", group.Name);
            writer.WriteString("title", group.Title);
            writer.WriteStartArray("terms");
            foreach (var term in group.Terms)
            {
                writer.WriteStringValue(term);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("servers");
        foreach (var server in report.Servers)
        {
            writer.WriteStartObject();
            writer.WriteString("id", server.Id);
            writer.WriteString("name", server.Name.Raw);
            writer.WriteString("path", server.Path);
            JsonCapabilities.Write(writer, server.Capabilities);
            JsonServers.WriteTools(writer, server.Tools);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
