using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Rules;

/// <summary>A taxonomy: what other people's ids mean. One file under catalogs/.</summary>
public sealed class Catalog
{
    private readonly Dictionary<string, CatalogEntry> _byId;

    private Catalog(string id, DataNode file)
    {
        Id = id;
        Name = Text(file, "name") ?? id;
        Version = Text(file, "version") ?? "";
        Released = Text(file, "released");
        Licence = Text(file, "licence") ?? "";
        Attribution = Text(file, "attribution") ?? "";
        LicenceText = Text(file, "licenceText");
        Url = Text(file, "url") ?? "";
        About = Text(file, "about") ?? "";

        var items = file["entries"] is { } list ? list.Items : [];
        var entries = ImmutableArray.CreateBuilder<CatalogEntry>(items.Length);
        _byId = new Dictionary<string, CatalogEntry>(items.Length, StringComparer.Ordinal);
        foreach (var item in items)
        {
            var entry = ReadEntry(item);
            entries.Add(entry);
            _byId[entry.Id] = entry;
        }

        Entries = entries.ToImmutable();
    }

    /// <summary>The file name, and what rules write before the colon: <c>owasp-asi</c>.</summary>
    public string Id { get; }

    public string Name { get; }

    public string Version { get; }

    /// <summary>When that version was released, as precisely as it is known: <c>2025-12-09</c> or <c>2026</c>.</summary>
    public string? Released { get; }

    /// <summary>The licence of the taxonomy, not of this project.</summary>
    public string Licence { get; }

    /// <summary>The notice that the licence asks for.</summary>
    public string Attribution { get; }

    /// <summary>The licence itself, where it must travel with every copy.</summary>
    public string? LicenceText { get; }

    /// <summary>The page of an entry: <c>{id}</c> stands for its id, <c>{path}</c> for its id with slashes for dots, <c>{number}</c> for what follows its last hyphen.</summary>
    public string Url { get; }

    public string About { get; }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<CatalogEntry> Entries { get; }

    /// <summary>An entry by its exact id, or null.</summary>
    public CatalogEntry? Find(string id) => _byId.GetValueOrDefault(id);

    public override string ToString() => $"{Name} {Version}";

    internal static Catalog Read(string id, DataNode file) => new(id, file);

    private CatalogEntry ReadEntry(DataNode item)
    {
        var id = Text(item, "id") ?? "";
        return new CatalogEntry(Id, id, Text(item, "title") ?? "", Text(item, "url") ?? PageOf(id))
        {
            Evidence = Text(item, "static") switch
            {
                "yes" => StaticEvidence.Yes,
                "exposure" => StaticEvidence.Exposure,
                "no" => StaticEvidence.No,
                _ => StaticEvidence.Unstated,
            },
            ReplacedBy = Text(item, "replacedBy"),
        };
    }

    private string PageOf(string id) => Url
        .Replace("{id}", id, StringComparison.Ordinal)
        .Replace("{path}", id.Replace('.', '/'), StringComparison.Ordinal)
        .Replace("{number}", id[(id.LastIndexOf('-') + 1)..], StringComparison.Ordinal);

    private static string? Text(DataNode node, string name) => (node[name] as ScalarNode)?.Value;
}
