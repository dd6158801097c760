using System.Collections.Immutable;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Modeling;

namespace McpScan.Reporting.Json;

/// <summary>What tools and servers can do, in the JSON report.</summary>
internal static class JsonCapabilities
{
    /// <summary>Writes the members <c>capabilities</c>, <c>observed</c>, <c>declared</c> and <c>matrix</c>.</summary>
    public static void Write(Utf8JsonWriter writer, CapabilityReports capabilities)
    {
        writer.WriteStartArray("capabilities");
        foreach (var text in capabilities.All)
        {
            writer.WriteStringValue(text.Raw);
        }

        writer.WriteEndArray();
        WriteAll(writer, "observed", capabilities.Observed);
        WriteAll(writer, "declared", capabilities.Declared);
        WriteRow(writer, capabilities.Row);
    }

    /// <summary>Writes the member <c>matrix</c>: the cells that are not empty, by group.</summary>
    public static void WriteRow(Utf8JsonWriter writer, ImmutableArray<CapabilityCell> row)
    {
        writer.WriteStartObject("matrix");
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i].Standing != CapabilityStanding.None)
            {
                writer.WriteStartObject(CapabilityGroup.All[i].Name);
                writer.WriteString("standing", Words.Of(row[i].Standing));
                writer.WriteBoolean("reversible", !row[i].IsIrreversible);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the member <c>claims</c> of a tool.</summary>
    public static void WriteClaims(Utf8JsonWriter writer, ImmutableArray<ClaimKind> claims)
    {
        writer.WriteStartArray("claims");
        foreach (var claim in claims)
        {
            writer.WriteStringValue(Words.Of(claim));
        }

        writer.WriteEndArray();
    }

    private static void WriteAll(Utf8JsonWriter writer, string name, ImmutableArray<CapabilityReport> capabilities)
    {
        writer.WriteStartArray(name);
        foreach (var capability in capabilities)
        {
            writer.WriteStartObject();
            writer.WriteString("capability", capability.Text.Raw);
            writer.WriteBoolean("extension", capability.IsExtension);
            writer.WriteString("confidence", Words.Of(capability.Confidence));
            writer.WriteString("operation", Words.Of(capability.Radius.Operation));
            writer.WriteBoolean("bounded", capability.Radius.IsBounded);
            writer.WriteBoolean("reversible", capability.Radius.IsReversible);
            if (capability.Sensitivity is { } sensitivity)
            {
                writer.WriteString("sensitivity", Words.Of(sensitivity));
            }

            writer.WriteString("evidence", capability.Evidence.Raw);
            writer.WritePropertyName("location");
            JsonFindings.WritePlace(writer, capability.Place, role: null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
