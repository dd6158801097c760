using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace McpScan.Rules;

/// <summary>The taxonomies that come with the program. Each is read when somebody first asks for one of its entries.</summary>
public sealed class Catalogs
{
    private const string Prefix = "data/catalogs/";
    private const string Suffix = ".json";
    private readonly ConcurrentDictionary<string, Catalog?> _catalogs = new(StringComparer.Ordinal);
    private ImmutableArray<string> _names;

    public static Catalogs BuiltIn { get; } = new();

    /// <summary>The ids of all catalogs in ordinal order; reads none of them.</summary>
    public ImmutableArray<string> Names => _names.IsDefault
        ? _names = [.. EmbeddedData.Names(Prefix).Select(name => name[Prefix.Length..^Suffix.Length])]
        : _names;

    /// <summary>A catalog by its id, or null.</summary>
    public Catalog? Find(string id) => _catalogs.GetOrAdd(id, static name =>
        EmbeddedData.Read($"catalogs/{name}{Suffix}") is { } file ? Catalog.Read(name, file) : null);

    /// <summary>What a reference means, or null where it does not resolve.</summary>
    public CatalogEntry? Find(TaxonReference taxon) => Find(taxon.Catalog)?.Find(taxon.Id);
}
