using McpScan.Rules;

namespace McpScan.Tests.Rules;

/// <summary>The frameworks are whole, and everything that they name exists.</summary>
public sealed class FrameworkTests
{
    public static TheoryData<string, int> Sizes { get; } = new()
    {
        { "aisvs-c10", 23 }, { "eu-ai-act", 15 }, { "iso-42001", 38 }, { "nist-ai-rmf", 72 }, { "owasp-asi", 10 }, { "owasp-mcp", 10 }, { "soc2", 33 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_framework_is_whole(string id, int size)
    {
        var framework = Frameworks.Find(id).ShouldNotBeNull();

        framework.Id.ShouldBe(id);
        framework.Controls.Length.ShouldBe(size);
        framework.Controls.Select(control => control.Id).ShouldBeUnique();
        framework.Controls.ShouldAllBe(control => control.Id.Length > 1 && control.Title.Length > 3);
        new[] { framework.Name, framework.Version, framework.Licence, framework.About }.ShouldAllBe(text => text.Length > 2);
        framework.Url.ShouldStartWith("https://");
    }

    [Fact]
    public void Every_framework_has_its_size_asserted() => Frameworks.Names.ShouldBe(Sizes.Select(row => row.Data.Item1));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void What_a_control_names_exists(string id, int size)
    {
        size.ShouldBePositive();
        foreach (var control in Frameworks.Find(id)!.Controls)
        {
            control.Taxa.Where(taxon => Catalogs.BuiltIn.Find(taxon) is null).ShouldBeEmpty(control.Id);
            control.Families.ShouldBeSubsetOf(Families.All, control.Id);
            control.Rules.Where(name => RuleSet.BuiltIn.Find(name) is null).ShouldBeEmpty(control.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void What_nothing_speaks_to_says_why(string id, int size)
    {
        size.ShouldBePositive();
        Frameworks.Find(id)!.Controls
            .Where(control => control is { NotCovered: null, ShownBy: Proof.None } && !RuleSet.BuiltIn.Rules.Any(control.IsAskedBy))
            .Select(control => control.Id)
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_framework_that_is_a_taxonomy_is_answered_by_its_entries()
    {
        var control = Frameworks.Find("aisvs-c10")!.Controls.Single(c => c.Id == "10.2.1");

        control.Title.ShouldBe(Catalogs.BuiltIn.Find(new TaxonReference("aisvs", "10.2.1"))!.Title);
        control.IsExposureOnly.ShouldBeTrue();
        RuleSet.BuiltIn.Rules.Where(control.IsAskedBy).ShouldBe(RuleSet.BuiltIn.Rules.Where(rule => rule.Taxa.Contains(new TaxonReference("aisvs", "10.2.1"))));
    }

    [Theory]
    [InlineData("OWASP-ASI")]
    [InlineData("")]
    [InlineData("../catalogs/cwe")]
    public void What_is_no_framework_is_null(string id) => Frameworks.Find(id).ShouldBeNull();
}
