using McpScan.Auditing;
using McpScan.Rules;

namespace McpScan.Reporting.Sarif;

/// <summary>Where things stand in the arrays of a SARIF run, so that other parts can point at them.</summary>
internal sealed class SarifIndex
{
    private readonly Dictionary<string, int> _artifacts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rules = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SarifTaxonomy> _taxonomies = new(StringComparer.Ordinal);

    public SarifIndex(AuditReport report)
    {
        for (var i = 0; i < report.Inputs.Length; i++)
        {
            _artifacts.TryAdd(report.Inputs[i].Path, i);
        }

        for (var i = 0; i < report.Rules.Length; i++)
        {
            _rules.TryAdd(report.Rules[i].Rule.Id, i);
            foreach (var taxon in report.Rules[i].Rule.Taxa)
            {
                AddTaxon(taxon);
            }
        }

        var index = 0;
        foreach (var taxonomy in _taxonomies.Values)
        {
            taxonomy.Seal(index++);
        }
    }

    /// <summary>The catalogs that rules refer to, by id.</summary>
    public IReadOnlyCollection<SarifTaxonomy> Taxonomies => _taxonomies.Values;

    /// <summary>The taxonomy of a catalog; null where the catalog is not known.</summary>
    public SarifTaxonomy? Taxonomy(string catalog) => _taxonomies.GetValueOrDefault(catalog);

    public int? Artifact(string path) => _artifacts.TryGetValue(path, out var index) ? index : null;

    public int? Rule(string id) => _rules.TryGetValue(id, out var index) ? index : null;

    private void AddTaxon(TaxonReference reference)
    {
        if (Catalogs.BuiltIn.Find(reference.Catalog) is not { } catalog || catalog.Find(reference.Id) is not { } entry)
        {
            return;
        }

        if (!_taxonomies.TryGetValue(catalog.Id, out var taxonomy))
        {
            _taxonomies.Add(catalog.Id, taxonomy = new SarifTaxonomy(catalog));
        }

        taxonomy.Add(entry);
    }
}
