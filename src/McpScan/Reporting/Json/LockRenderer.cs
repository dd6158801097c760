using System.Collections.Immutable;
using System.Text.Json;
using McpScan.Governance.Locking;
using McpScan.Syntax;

namespace McpScan.Reporting.Json;

/// <summary>A lock as a file, described by docs/lock.schema.json: sorted, so that equal definitions have equal bytes, and pure ASCII.</summary>
public static class LockRenderer
{
    private static readonly JsonDocumentOptions Nested = new() { MaxDepth = ReaderLimits.MaxDepth * 2 };

    /// <summary>Writes the lock.</summary>
    public static void Render(LockFile @lock, Stream output) => JsonOutput.Write(@lock, output, Write);

    private static void Write(Utf8JsonWriter writer, LockFile @lock)
    {
        writer.WriteStartObject();
        writer.WriteNumber("lockVersion", LockFile.Version);
        writer.WriteStartObject("tool");
        writer.WriteString("name", "mcpscan");
        writer.WriteString("version", @lock.ToolVersion);
        writer.WriteEndObject();
        writer.WriteBoolean("complete", @lock.IsComplete);
        writer.WriteStartArray("pins");
        foreach (var server in @lock.Servers.OrderBy(static s => s.Id, StringComparer.Ordinal))
        {
            WriteServer(writer, server);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteServer(Utf8JsonWriter writer, LockedServer server)
    {
        writer.WriteStartObject();
        writer.WriteString("id", server.Id);
        writer.WriteString("name", server.Name);
        writer.WriteString("version", server.Version);
        writer.WriteStartArray("artifacts");
        foreach (var artifact in server.Artifacts)
        {
            writer.WriteStartObject();
            writer.WriteString("ecosystem", artifact.Ecosystem);
            writer.WriteString("name", artifact.Name);
            writer.WriteString("version", artifact.Version);
            writer.WriteString("digest", artifact.Digest);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("reach");
        foreach (var reach in server.Reach)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", Words.Of(reach.Kind));
            writer.WriteString("value", reach.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("definitions");
        foreach (var definition in server.Definitions.OrderBy(static d => d.Kind).ThenBy(static d => d.Id, StringComparer.Ordinal))
        {
            WriteDefinition(writer, definition);
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteDefinition(Utf8JsonWriter writer, LockedDefinition definition)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Words.Of(definition.Kind));
        writer.WriteString("id", definition.Id);
        writer.WriteString("name", definition.Name);
        writer.WriteString("sha256", definition.Sha256);
        writer.WriteStartObject("parts");
        foreach (var part in definition.Parts)
        {
            writer.WriteString(part.Pointer, part.Sha256);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("values");
        foreach (var value in definition.Values)
        {
            WriteValue(writer, value);
        }

        writer.WriteEndArray();
        WriteSchema(writer, definition.Schema);
        writer.WriteStartArray("capabilities");
        foreach (var capability in definition.Capabilities)
        {
            writer.WriteStringValue(capability.Term);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, LockedValue value)
    {
        writer.WriteStartObject();
        writer.WriteString("field", value.Field.Name);
        if (value.Key is not null)
        {
            writer.WriteString("key", value.Key);
        }

        writer.WriteString(value.IsSealed ? "fingerprint" : "value", value.Text);
        writer.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter writer, ImmutableArray<LockedSchema> schema)
    {
        writer.WriteStartObject("schema");
        foreach (var place in schema)
        {
            writer.WriteStartObject(place.Pointer);
            foreach (var (keyword, bound) in place.Bounds)
            {
                writer.WritePropertyName(keyword);
                using var value = JsonDocument.Parse(bound, Nested);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
