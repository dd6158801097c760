using System.Globalization;
using System.Text;
using McpScan.Rules;

namespace McpScan.Reporting.Documentation;

/// <summary>docs/taxonomies.md: where the ids come from, and under which terms they are here.</summary>
public static class TaxonomiesPage
{
    public static string Render(Catalogs catalogs)
    {
        var page = new StringBuilder("""
            # Taxonomies

            Rules say in other people's terms what they are about: `taxa: [owasp-asi:ASI04, cwe:CWE-494]`. The part before the colon is a file under `catalogs/`.
            Which entries have a rule stands in [coverage.md](coverage.md).


            """).Append(MarkdownText.Head("catalog", "taxonomy", "version", "released", "entries", "licence"));
        var all = catalogs.Names.Select(name => catalogs.Find(name)!).ToList();
        foreach (var catalog in all)
        {
            page.Append(MarkdownText.Row(
                MarkdownText.Code(catalog.Id),
                MarkdownText.Text(catalog.Name),
                MarkdownText.Text(catalog.Version),
                catalog.Released ?? "",
                catalog.Entries.Length.ToString(CultureInfo.InvariantCulture),
                MarkdownText.Text(catalog.Licence)));
        }

        foreach (var catalog in all)
        {
            page.Append("\n## ").Append(MarkdownText.Text(catalog.Name)).Append("\n\n")
                .Append(MarkdownText.Prose(catalog.About)).Append("\n\n")
                .Append(MarkdownText.Text(catalog.Attribution)).Append('\n');
            if (catalog.LicenceText is { } licence)
            {
                page.Append("\n```text\n").Append(licence).Append("\n```\n");
            }
        }

        return Page.Finish(page);
    }
}
