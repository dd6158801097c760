using McpScan.Rules;

namespace McpScan.Tests.Rules;

/// <summary>The catalogs say what their sources say: the right number of entries, exact titles, links that name the entry.</summary>
public sealed class CatalogTests
{
    public static TheoryData<string, int> Sizes { get; } = new()
    {
        { "aisvs", 23 }, { "cwe", 83 }, { "mitre-atlas", 170 }, { "mitre-attack", 691 }, { "owasp-asi", 10 },
        { "owasp-llm", 20 }, { "owasp-mcp", 10 }, { "safe-mcp", 86 }, { "stride", 6 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_catalog_is_whole(string id, int size)
    {
        var catalog = Catalogs.BuiltIn.Find(id).ShouldNotBeNull();

        catalog.Entries.Length.ShouldBe(size);
        catalog.Entries.Select(e => e.Id).ShouldBeUnique();
        catalog.Entries.ShouldAllBe(e => e.Id.Length > 1 && e.Title.Length > 3 && e.Title == e.Title.Trim());
        catalog.Entries.ShouldAllBe(e => catalog.Find(e.Id) == e && e.Catalog == id);
        catalog.Entries.ShouldAllBe(e => Uri.IsWellFormedUriString(e.Url, UriKind.Absolute) && e.Url.StartsWith("https://", StringComparison.Ordinal));
        new[] { catalog.Name, catalog.Version, catalog.Licence, catalog.Attribution, catalog.About }.ShouldAllBe(text => text.Length > 2);
    }

    [Fact]
    public void Every_catalog_has_its_size_asserted() => Catalogs.BuiltIn.Names.ShouldBe(Sizes.Select(row => row.Data.Item1), ignoreOrder: true);

    [Fact]
    public void Every_file_says_who_it_is()
    {
        foreach (var id in Catalogs.BuiltIn.Names)
        {
            File.ReadLines(Repository.PathOf($"catalogs/{id}.yaml")).First().ShouldBe($"id: {id}");
        }
    }

    [Theory]
    [InlineData("stride:tampering", "Tampering")]
    [InlineData("owasp-asi:ASI02", "Tool Misuse and Exploitation")]
    [InlineData("owasp-asi:ASI03", "Identity and Privilege Abuse")]
    [InlineData("owasp-asi:ASI05", "Unexpected Code Execution (RCE)")]
    [InlineData("owasp-asi:ASI06", "Memory & Context Poisoning")]
    [InlineData("owasp-mcp:MCP03", "Tool Poisoning")]
    [InlineData("owasp-mcp:MCP06", "Intent Flow Subversion")]
    [InlineData("owasp-llm:LLM03:2025", "Supply Chain")]
    [InlineData("owasp-llm:LLM03:2026", "Excessive Agency")]
    [InlineData("mitre-attack:T1059.004", "Command and Scripting Interpreter: Unix Shell")]
    [InlineData("mitre-atlas:AML.T0051.001", "LLM Prompt Injection: Indirect")]
    [InlineData("cwe:CWE-22", "Improper Limitation of a Pathname to a Restricted Directory ('Path Traversal')")]
    [InlineData("cwe:CWE-1427", "Improper Neutralization of Input Used for LLM Prompting")]
    [InlineData("safe-mcp:SAFE-T1001", "Tool Poisoning Attack (TPA)")]
    [InlineData("aisvs:10.4.8", "Client keeps a snapshot of tool definitions; any change needs re-approval")]
    public void Titles_are_exact(string reference, string title) => Find(reference).ShouldNotBeNull().Title.ShouldBe(title);

    [Theory]
    [InlineData("mitre-attack:T1059.004", "https://attack.mitre.org/techniques/T1059/004")]
    [InlineData("mitre-atlas:AML.T0110", "https://atlas.mitre.org/techniques/AML.T0110")]
    [InlineData("cwe:CWE-78", "https://cwe.mitre.org/data/definitions/78.html")]
    [InlineData("safe-mcp:SAFE-T1001", "https://github.com/safe-agentic-framework/safe-mcp/tree/main/techniques/SAFE-T1001")]
    [InlineData("safe-mcp:SAFE-T1206", "https://github.com/safe-agentic-framework/safe-mcp#readme")]
    public void Links_lead_to_the_entry(string reference, string url) => Find(reference).ShouldNotBeNull().Url.ShouldBe(url);

    [Theory]
    [InlineData("mitre-atlas:AML.T0104", "AML.T0115.002")]
    [InlineData("mitre-attack:T1656", "T1684.001")]
    [InlineData("owasp-llm:LLM06:2025", "LLM03:2026")]
    [InlineData("owasp-asi:ASI01", null)]
    public void Later_versions_are_known(string reference, string? successor) => Find(reference).ShouldNotBeNull().ReplacedBy.ShouldBe(successor);

    [Theory]
    [InlineData("aisvs:10.4.2", StaticEvidence.Yes)]
    [InlineData("aisvs:10.2.1", StaticEvidence.Exposure)]
    [InlineData("aisvs:10.2.4", StaticEvidence.No)]
    [InlineData("cwe:CWE-78", StaticEvidence.Unstated)]
    public void What_files_can_show_is_told(string reference, StaticEvidence evidence) => Find(reference).ShouldNotBeNull().Evidence.ShouldBe(evidence);

    [Theory]
    [InlineData("owasp-asi:ASI11")]
    [InlineData("owasp-asi:asi01")]
    [InlineData("no-such-catalog:X")]
    [InlineData("../lists/clients:X")]
    public void What_does_not_resolve_is_null(string reference) => Find(reference).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("owasp-asi")]
    [InlineData("owasp-asi:")]
    [InlineData(":ASI01")]
    public void A_reference_needs_both_sides(string text) => TaxonReference.Parse(text).ShouldBeNull();

    [Fact]
    public void The_licence_of_ATTACK_travels_with_the_data()
    {
        var attack = Catalogs.BuiltIn.Find("mitre-attack").ShouldNotBeNull();

        attack.Attribution.ShouldBe("© 2025 The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.");
        attack.LicenceText.ShouldNotBeNull().ShouldContain("non-exclusive, royalty-free license");
    }

    private static CatalogEntry? Find(string reference) => Catalogs.BuiltIn.Find(TaxonReference.Parse(reference).ShouldNotBeNull());
}
