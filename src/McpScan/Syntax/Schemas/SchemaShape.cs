using System.Collections.Immutable;
using System.Text.Json;

namespace McpScan.Syntax.Schemas;

/// <summary>An object of a format of ours: what it is, and its members in the order in which they are written.</summary>
/// <param name="Name">Its name under <c>$defs</c>.</param>
/// <param name="Doc">One sentence.</param>
/// <param name="Members">Its members.</param>
/// <param name="IsClosed">Whether a member of another name is an error.</param>
internal sealed record SchemaShape(string Name, string Doc, ImmutableArray<SchemaMember> Members, bool IsClosed = false)
{
    /// <summary>A member by its name, or null.</summary>
    public SchemaMember? Find(string name) => Members.FirstOrDefault(member => member.Name == name);

    /// <summary>Writes the object's schema into the object that the writer stands in.</summary>
    public void WriteBody(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "object");
        writer.WriteString("description", Doc);
        writer.WriteStartArray("required");
        foreach (var member in Members)
        {
            if (!member.IsOptional)
            {
                writer.WriteStringValue(member.Name);
            }
        }

        writer.WriteEndArray();
        writer.WriteStartObject("properties");
        foreach (var member in Members)
        {
            writer.WriteStartObject(member.Name);
            writer.WriteString("description", member.Doc);
            member.Type.WriteBody(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        if (IsClosed)
        {
            writer.WriteBoolean("additionalProperties", false);
        }
    }

    /// <summary>Writes a whole schema (JSON Schema 2020-12): this shape with the others under <c>$defs</c>.</summary>
    /// <param name="writer">The writer of an empty document.</param>
    /// <param name="title">What the schema describes.</param>
    /// <param name="parts">The shapes that it refers to.</param>
    public void WriteSchema(Utf8JsonWriter writer, string title, ImmutableArray<SchemaShape> parts)
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer.WriteString("title", title);
        WriteBody(writer);
        writer.WriteStartObject("$defs");
        foreach (var part in parts)
        {
            writer.WriteStartObject(part.Name);
            part.WriteBody(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Doc">One sentence.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
internal sealed record SchemaMember(string Name, string Doc, SchemaType Type, bool IsOptional = false);
