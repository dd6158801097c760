using System.Text.Json;
using McpScan.Rules;

namespace McpScan.Reporting.Sarif;

/// <summary>A catalog as a SARIF tool component: only the entries that rules of the run refer to.</summary>
internal sealed class SarifTaxonomy(Catalog catalog)
{
    private readonly SortedDictionary<string, CatalogEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    /// <summary>Its place in <c>run.taxonomies</c>.</summary>
    public int Index { get; private set; }

    /// <summary>The name by which readers of SARIF know it, such as <c>CWE</c>.</summary>
    public string Name { get; } = catalog.Id.ToUpperInvariant();

    public void Add(CatalogEntry entry) => _entries[entry.Id] = entry;

    /// <summary>Numbers the entries; none may be added afterwards.</summary>
    public void Seal(int index)
    {
        Index = index;
        foreach (var id in _entries.Keys)
        {
            _indexes.Add(id, _indexes.Count);
        }
    }

    /// <summary>Writes what a rule points at when it names an entry.</summary>
    public void WriteRelationship(Utf8JsonWriter writer, string id)
    {
        if (!_indexes.TryGetValue(id, out var index))
        {
            return;
        }

        writer.WriteStartObject();
        writer.WriteStartObject("target");
        writer.WriteString("id", id);
        writer.WriteNumber("index", index);
        writer.WritePropertyName("toolComponent");
        WriteReference(writer);
        writer.WriteEndObject();
        writer.WriteStartArray("kinds");
        writer.WriteStringValue("relevant");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes a reference to the component.</summary>
    public void WriteReference(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name", Name);
        writer.WriteNumber("index", Index);
        writer.WriteEndObject();
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name", Name);
        writer.WriteString("fullName", catalog.ToString().TrimEnd());
        if (catalog.Version.Length > 0)
        {
            writer.WriteString("version", catalog.Version);
        }

        if (catalog.Released is { Length: 10 } released)
        {
            writer.WriteString("releaseDateUtc", released);
        }

        SarifWriting.Message(writer, "shortDescription", SarifText.Sentence(catalog.Name));
        SarifWriting.Message(writer, "fullDescription", $"{catalog.About} {catalog.Attribution}".Trim());
        writer.WriteBoolean("isComprehensive", false);
        writer.WriteStartArray("taxa");
        foreach (var entry in _entries.Values)
        {
            writer.WriteStartObject();
            writer.WriteString("id", entry.Id);
            SarifWriting.Message(writer, "shortDescription", SarifText.Sentence(entry.Title));
            if (SarifWriting.IsWebAddress(entry.Url))
            {
                writer.WriteString("helpUri", entry.Url);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
