using System.Collections.Immutable;
using System.Text.Json;

namespace McpScan.Syntax.Schemas;

/// <summary>The type of a value: a closed union of what our formats use.</summary>
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

    /// <summary>A whole number within bounds.</summary>
    public sealed record Number(int Minimum = 0, int? Maximum = null) : SchemaType
    {
        public override void WriteBody(Utf8JsonWriter writer)
        {
            writer.WriteString("type", "integer");
            writer.WriteNumber("minimum", Minimum);
            if (Maximum is { } maximum)
            {
                writer.WriteNumber("maximum", maximum);
            }
        }
    }

    /// <summary>A day as ISO 8601 writes it: <c>2026-01-31</c>.</summary>
    public sealed record Date : SchemaType
    {
        public override void WriteBody(Utf8JsonWriter writer)
        {
            writer.WriteString("type", "string");
            writer.WriteString("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        }
    }

    /// <summary>A value of one of two types: a scalar of the first, or an object or list of the second.</summary>
    public sealed record Either(SchemaType First, SchemaType Second) : SchemaType
    {
        public override void WriteBody(Utf8JsonWriter writer)
        {
            writer.WriteStartArray("anyOf");
            foreach (var type in (ReadOnlySpan<SchemaType>)[First, Second])
            {
                writer.WriteStartObject();
                type.WriteBody(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
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
