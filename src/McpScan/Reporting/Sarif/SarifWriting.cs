using System.Text.Json;

namespace McpScan.Reporting.Sarif;

/// <summary>The small objects that SARIF repeats everywhere.</summary>
internal static class SarifWriting
{
    /// <summary>Writes <c>name: {"text": text}</c>.</summary>
    public static void Message(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    public static bool IsWebAddress(string address) =>
        address.StartsWith("https://", StringComparison.Ordinal) && Uri.IsWellFormedUriString(address, UriKind.Absolute);
}
