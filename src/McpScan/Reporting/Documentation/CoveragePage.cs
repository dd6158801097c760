using System.Globalization;
using System.Text;
using McpScan.Rules;

namespace McpScan.Reporting.Documentation;

/// <summary>docs/coverage.md: which entries of the taxonomies have a rule, and which have none.</summary>
public static class CoveragePage
{
    /// <summary>Of a taxonomy longer than this, entries without a rule are listed only where files can show something of them.</summary>
    private const int LongCatalog = 200;

    public static string Render(IReadOnlyList<Rule> rules, Catalogs catalogs)
    {
        var byTaxon = rules
            .Where(rule => rule.Status != RuleStatus.Deprecated)
            .SelectMany(rule => rule.Taxa.Distinct().Select(taxon => (Taxon: taxon, Rule: rule)))
            .ToLookup(pair => pair.Taxon, pair => pair.Rule);
        var all = catalogs.Names.Select(name => catalogs.Find(name)!).ToList();
        var page = new StringBuilder("""
            # Coverage

            Which entries of the [taxonomies](taxonomies.md) some rule speaks about. A rule under an entry means that files can betray some cases of it, and that the rule
            looks for those; it does not mean that every case is found, nor that an attack took place: what is seen is exposure. What happens only while a server
            runs cannot be seen here at all.


            """).Append(MarkdownText.Head("taxonomy", "entries", "with a rule", "without, though files can show something"));
        foreach (var catalog in all)
        {
            page.Append(MarkdownText.Row(
                $"[{MarkdownText.Text(catalog.Name)}](#{catalog.Id})",
                Number(catalog.Entries.Length),
                Number(catalog.Entries.Count(entry => byTaxon.Contains(Reference(entry)))),
                Number(catalog.Entries.Count(entry => IsVisible(entry) && !byTaxon.Contains(Reference(entry))))));
        }

        foreach (var catalog in all)
        {
            page.Append("\n## ").Append(catalog.Id).Append("\n\n").Append(MarkdownText.Text(catalog.ToString())).Append(". ").Append(MarkdownText.Text(catalog.Attribution)).Append('\n');
            WriteCovered(page, catalog, byTaxon);
            WriteUncovered(page, catalog, byTaxon);
        }

        return Page.Finish(page);
    }

    private static void WriteCovered(StringBuilder page, Catalog catalog, ILookup<TaxonReference, Rule> byTaxon)
    {
        var covered = catalog.Entries.Where(entry => byTaxon.Contains(Reference(entry))).ToList();
        if (covered.Count == 0)
        {
            return;
        }

        page.Append('\n').Append(MarkdownText.Head("entry", "title", "rules"));
        foreach (var entry in covered)
        {
            var rules = byTaxon[Reference(entry)].Select(rule => RulePage.Link(rule, "rules/") + (rule.Status == RuleStatus.Experimental ? " (experimental)" : ""));
            page.Append(MarkdownText.Row(Name(catalog, entry), Title(entry), string.Join(", ", rules)));
        }
    }

    private static void WriteUncovered(StringBuilder page, Catalog catalog, ILookup<TaxonReference, Rule> byTaxon)
    {
        var groups = catalog.Entries
            .Where(entry => !byTaxon.Contains(Reference(entry)))
            .GroupBy(entry => entry.Evidence)
            .OrderByDescending(group => group.Key);
        foreach (var group in groups)
        {
            page.Append("\nNo rule, ").Append(group.Key switch
            {
                StaticEvidence.Yes => "though files can show it",
                StaticEvidence.Exposure => "though files can show that it could happen",
                StaticEvidence.No => "and files show nothing of it",
                _ => "and what files can show is not stated",
            }).Append(" (").Append(Number(group.Count())).Append(')');
            if (group.Key == StaticEvidence.Unstated && catalog.Entries.Length > LongCatalog)
            {
                page.Append(".\n");
                continue;
            }

            // What could have a rule is a list to work through; the rest is only named.
            page.Append(":\n\n").Append(IsVisible(group.First())
                ? string.Concat(group.Select(entry => $"- {Name(catalog, entry)} {Title(entry)}\n"))
                : string.Join(" ·\n", group.Select(entry => $"{Name(catalog, entry)} {Title(entry)}")) + "\n");
        }
    }

    private static string Name(Catalog catalog, CatalogEntry entry) =>
        entry.Url == catalog.Url ? MarkdownText.Text(entry.Id) : MarkdownText.Link(MarkdownText.Text(entry.Id), entry.Url);

    private static string Title(CatalogEntry entry) => MarkdownText.Text(entry.Title) + (entry.ReplacedBy is { } later ? $" (later {MarkdownText.Text(later)})" : "");

    private static TaxonReference Reference(CatalogEntry entry) => new(entry.Catalog, entry.Id);

    private static bool IsVisible(CatalogEntry entry) => entry.Evidence >= StaticEvidence.Exposure;

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
