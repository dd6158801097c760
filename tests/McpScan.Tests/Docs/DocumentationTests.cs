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
    public void Checks_page_is_up_to_date() => Golden.Match("docs/checks.md", ChecksPage.Render(All.Checks, RuleSet.BuiltIn.Rules));

    [Fact]
    public void Facts_page_is_up_to_date() => Golden.Match("docs/facts.md", FactsPage.Render());

    [Fact]
    public void Capabilities_page_is_up_to_date() => Golden.Match("docs/capabilities.md", CapabilitiesPage.Render());

    [Fact]
    public void Every_fact_is_documented() => FactsPage.Render().Split('\n').Where(line => line.EndsWith("|  |  |", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Taxonomies_page_is_up_to_date() => Golden.Match("docs/taxonomies.md", TaxonomiesPage.Render(Catalogs.BuiltIn));

    [Fact]
    public void Coverage_page_is_up_to_date() => Golden.Match("docs/coverage.md", CoveragePage.Render(RuleSet.BuiltIn.Rules, Catalogs.BuiltIn));

    [Fact]
    public void Frameworks_page_is_up_to_date() => Golden.Match("docs/frameworks.md", FrameworksPage.Render(RuleSet.BuiltIn.Rules));

    [Fact]
    public void Rule_pages_are_up_to_date()
    {
        Golden.Match("docs/rules/README.md", RulePage.Index(RuleSet.BuiltIn.Rules));
        var families = RuleSet.BuiltIn.Rules.Select(rule => rule.Family).Distinct(StringComparer.Ordinal).ToList();
        foreach (var family in families)
        {
            Golden.Match($"docs/rules/{family}.md", RulePage.Family(family, RuleSet.BuiltIn.Rules, Catalogs.BuiltIn, RuleExamples.Of));
        }

        Directory.EnumerateFiles(Repository.PathOf("docs/rules")).Select(Path.GetFileNameWithoutExtension).ShouldBe([.. families, "README"], ignoreOrder: true);
    }
}
