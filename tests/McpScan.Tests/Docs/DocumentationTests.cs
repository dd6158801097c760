using McpScan.Checks;
using McpScan.Reporting.Documentation;
using McpScan.Rules;

namespace McpScan.Tests.Docs;

/// <summary>The generated pages equal the committed ones.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void Fields_page_is_up_to_date() => Golden.Match("docs/fields.md", FieldsPage.Render());

    [Fact]
    public void Taxonomies_page_is_up_to_date() => Golden.Match("docs/taxonomies.md", TaxonomiesPage.Render(Catalogs.BuiltIn));
}
