using System.Text.Json;
using McpScan.Auditing;
using McpScan.Text;

namespace McpScan.Reporting.Json;

/// <summary>The policy of the JSON report, and waivers as it writes them everywhere.</summary>
internal static class JsonPolicy
{
    public static void Write(Utf8JsonWriter writer, PolicyReport policy)
    {
        writer.WriteStartObject("policy");
        if (policy.Name is not null)
        {
            writer.WriteString("name", policy.Name);
        }

        if (policy.Path is not null)
        {
            writer.WriteString("path", policy.Path);
        }

        if (policy.Digest is { } digest)
        {
            writer.WriteString("sha256", digest.ToString());
        }

        if (policy.Day is { } day)
        {
            writer.WriteString("day", Days.Show(day));
        }

        writer.WriteStartArray("waivers");
        foreach (var waiver in policy.Waivers)
        {
            writer.WriteStartObject();
            WriteWaiver(writer, waiver);
            writer.WriteStartArray("problems");
            foreach (var problem in waiver.Problems)
            {
                writer.WriteStringValue(problem);
            }

            writer.WriteEndArray();
            writer.WriteNumber("waived", waiver.Waived);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes who accepted what, why and until when into the object that the writer stands in.</summary>
    public static void WriteWaiver(Utf8JsonWriter writer, WaiverReport waiver)
    {
        writer.WriteString("name", waiver.Name);
        writer.WriteString("rule", waiver.Rule);
        writer.WriteString("reason", waiver.Reason);
        writer.WriteString("approver", waiver.Approver);
        if (waiver.CreatedBy is not null)
        {
            writer.WriteString("createdBy", waiver.CreatedBy);
        }

        writer.WriteString("created", Days.Show(waiver.Created));
        if (waiver.Expires is { } expires)
        {
            writer.WriteString("expires", Days.Show(expires));
        }

        writer.WritePropertyName("location");
        JsonFindings.WritePlace(writer, waiver.Place, role: null);
    }
}
