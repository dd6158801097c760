using McpScan.Rules;

namespace McpScan.Tests.Rules;

/// <summary>A taxon that means nothing is its author's mistake, at its place.</summary>
public sealed class TaxonErrorTests
{
    [Theory]
    [InlineData("cwe:CWE-1", "rules/launch/x.yaml(3,14): Common Weakness Enumeration has no entry 'CWE-1'; catalogs/cwe.yaml lists them.")]
    [InlineData("owasp:A01", "rules/launch/x.yaml(3,14): There is no catalog 'owasp'; catalogs are aisvs, cwe, mitre-atlas, mitre-attack, owasp-asi, owasp-llm, owasp-mcp, safe-mcp, stride.")]
    [InlineData("CWE-78", "rules/launch/x.yaml(3,14): A taxon is written catalog:id, such as cwe:CWE-78.")]
    public void A_taxon_must_resolve(string taxon, string error)
    {
        RuleSet.FromYaml([("rules/launch/x.yaml", $"id: ACME1\nname: x\ntaxa: [      '{taxon}']\n")], out var errors);

        errors.Select(e => e.ToString()).ShouldContain(error);
    }
}
