using System.Collections.Immutable;
using System.Text.Json;

namespace McpScan.Reporting.Json;

/// <summary>An object of the report: what it is, and its members in the order in which they are written.</summary>
/// <param name="Name">Its name under <c>$defs</c>.</param>
/// <param name="Doc">One sentence.</param>
/// <param name="Members">Its members.</param>
internal sealed record SchemaShape(string Name, string Doc, ImmutableArray<SchemaMember> Members)
{
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
    }
}

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Doc">One sentence.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsOptional">Whether it is left out where there is nothing to say.</param>
internal sealed record SchemaMember(string Name, string Doc, SchemaType Type, bool IsOptional = false);

/// <summary>The type of a value: a closed union of what the report uses.</summary>
internal abstract record SchemaType
{
    private SchemaType()
    {
    }

    /// <summary>Writes the type into the object that the writer stands in.</summary>
    public abstract void WriteBody(Utf8JsonWriter writer);

    /// <summary>Any text, or one that fits a pattern.</summary>
    public sealed record Text(string? Pattern = null) : SchemaType
    {
        public override void WriteBody(Utf8JsonWriter writer)
        {
            writer.WriteString("type", "string");
            if (Pattern is not null)
            {
                writer.WriteString("pattern", Pattern);
            }
        }
    }

    /// <summary>True or false.</summary>
    public sealed record Boolean : SchemaType
    {
        public override void WriteBody(Utf8JsonWriter writer) => writer.WriteString("type", "boolean");
    }

    /// <summary>One of some words.</summary>
    public sealed record Word(ImmutableArray<string> Words) : SchemaType
    {
        public override void WriteBody(Utf8JsonWriter writer)
        {
            writer.WriteStartArray("enum");
            foreach (var word in Words)
            {
                writer.WriteStringValue(word);
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>A whole number that is not less than a bound.</summary>
    public sealed record Number(int Minimum = 0) : SchemaType
    {
        public override void WriteBody(Utf8JsonWriter writer)
        {
            writer.WriteString("type", "integer");
            writer.WriteNumber("minimum", Minimum);
        }
    }

    /// <summary>An object described elsewhere.</summary>
    public sealed record Shape(string Name) : SchemaType
    {
        public override void WriteBody(Utf8JsonWriter writer) => writer.WriteString("$ref", "#/$defs/" + Name);
    }

    /// <summary>A list.</summary>
    public sealed record List(SchemaType Item) : SchemaType
    {
        public override void WriteBody(Utf8JsonWriter writer)
        {
            writer.WriteString("type", "array");
            writer.WriteStartObject("items");
            Item.WriteBody(writer);
            writer.WriteEndObject();
        }
    }

    /// <summary>An object whose members have one type and any name.</summary>
    public sealed record Map(SchemaType Value) : SchemaType
    {
        public override void WriteBody(Utf8JsonWriter writer)
        {
            writer.WriteString("type", "object");
            writer.WriteStartObject("additionalProperties");
            Value.WriteBody(writer);
            writer.WriteEndObject();
        }
    }
}
