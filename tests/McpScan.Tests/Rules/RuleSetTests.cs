using System.Globalization;
using McpScan.Rules;

namespace McpScan.Tests.Rules;

/// <summary>What holds for every built-in rule, whoever wrote it.</summary>
public sealed class RuleSetTests
{
    /// <summary>The first id of each family; CONTRIBUTING.md shows the same table. A block ends where the next begins.</summary>
    private static readonly Dictionary<string, int> Blocks = new(StringComparer.Ordinal)
    {
        ["tool-poisoning"] = 1000, ["obfuscation"] = 2000, ["shadowing"] = 3000, ["drift"] = 3500, ["schema"] = 4000,
        ["capability"] = 5000, ["toxic-flow"] = 5500, ["secrets"] = 6000, ["launch"] = 7000, ["supply-chain"] = 7500,
        ["transport"] = 8000, ["source"] = 8500, ["protocol"] = 9000, ["governance"] = 9500,
    };

    /// <summary>Rules about which no weakness of the CWE catalog says anything, by id.</summary>
    private static readonly HashSet<string> WithoutWeakness = new(StringComparer.Ordinal)
    {
    };

    private static readonly string[] OtherScanners =
    [
        "mcp-scan", "mcp scan", "mcp-shield", "mcpshield", "mcp-scanner", "agent-scan", "invariant labs", "snyk", "semgrep", "trivy",
        "checkov", "gitleaks", "trufflehog", "zizmor", "codeql", "ramparts", "enkrypt", "mcp-watch", "mcp-guardian", "cisco ai defense",
    ];

    [Fact]
    public void Every_file_is_a_rule() => RuleSet.BuiltIn.Rules.Select(rule => rule.Path).ShouldBe(RuleFiles.All.Select(file => file.Path), ignoreOrder: true);

    [Fact]
    public void Ids_and_names_are_given_once()
    {
        RuleSet.BuiltIn.Rules.Select(rule => rule.Id).ShouldBeUnique();
        RuleSet.BuiltIn.Rules.SelectMany(rule => rule.Aliases.Append(rule.Name)).ShouldBeUnique();
    }

    [Fact]
    public void Ids_lie_in_the_block_of_their_family() => Wrong(rule =>
        !(rule.Id.Length == 8 && rule.Id.StartsWith("MCPS", StringComparison.Ordinal) && int.TryParse(rule.Id.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > Blocks[rule.Family] && number < Blocks.Values.Append(10000).Where(start => start > Blocks[rule.Family]).Min()));

    [Fact]
    public void The_blocks_are_documented() => Blocks.Select(block => $"| `{block.Key}` | MCPS{block.Value + 1} |")
        .ShouldBeSubsetOf(File.ReadAllLines(Repository.PathOf("CONTRIBUTING.md")));

    [Fact]
    public void Every_family_has_a_block() => Blocks.Keys.ShouldBe(Families.All, ignoreOrder: true);

    [Fact]
    public void A_file_is_called_as_its_rule_is() => Wrong(rule => rule.Path != $"rules/{rule.Family}/{rule.Name}.yaml");

    [Fact]
    public void Every_taxon_resolves_and_is_named_once() =>
        Wrong(rule => rule.Taxa.Any(taxon => Catalogs.BuiltIn.Find(taxon) is null) || rule.Taxa.Distinct().Count() != rule.Taxa.Length);

    [Fact]
    public void Every_rule_has_one_or_two_kinds_of_threat() => Wrong(rule => Count(rule, "stride") is not (1 or 2));

    [Fact]
    public void Every_rule_has_an_agentic_risk() => Wrong(rule => Count(rule, "owasp-asi") == 0);

    [Fact]
    public void Every_rule_has_a_technique() => Wrong(rule => Count(rule, "mitre-attack") + Count(rule, "mitre-atlas") == 0);

    [Fact]
    public void Every_rule_has_a_weakness_or_is_known_to_have_none() => Wrong(rule => (Count(rule, "cwe") == 0) != WithoutWeakness.Contains(rule.Id));

    [Fact]
    public void Reasons_and_mends_are_sentences() => Wrong(rule =>
        !IsProse(rule.Why) || !IsProse(rule.Fix) || rule.Why == rule.Fix || rule.Why == rule.Title || rule.Fix == rule.Title);

    [Fact]
    public void Titles_are_headlines() => Wrong(rule => rule.Title.Length is < 10 or > 120 || rule.Title.EndsWith('.') || rule.Title.Contains('\n') || char.IsLower(rule.Title[0]));

    [Fact]
    public void Messages_are_sentences() => Wrong(rule => !rule.Message.EndsWith('.') || rule.Message.Contains('\n'));

    [Fact]
    public void References_are_secure_addresses() =>
        Wrong(rule => rule.References.Any(address => !address.StartsWith("https://", StringComparison.Ordinal) || !Uri.IsWellFormedUriString(address, UriKind.Absolute)));

    [Fact]
    public void No_text_names_another_scanner() => Wrong(rule =>
        OtherScanners.Any(name => $"{rule.Title} {rule.Message} {rule.Why} {rule.Fix}".Contains(name, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void No_rule_silences_itself() => Wrong(rule => rule.Silenced.Contains(rule));

    [Fact]
    public void Census() => Golden.Match("tests/McpScan.Tests/Rules/Census.txt", string.Concat(RuleSet.BuiltIn.Rules.Select(rule => Face(rule) + "\n")));

    /// <summary>The public face of a rule on one line.</summary>
    private static string Face(Rule rule) =>
        $"{rule.Id} {rule.Severity}/{rule.Confidence} {rule.Status} {rule.Subject} {rule.Family}/{rule.Name} {string.Join(' ', rule.Taxa)}".ToLowerInvariant().Replace("mcps", "MCPS", StringComparison.Ordinal);

    private static void Wrong(Func<Rule, bool> isWrong) => RuleSet.BuiltIn.Rules.Where(isWrong).Select(rule => rule.ToString()).ShouldBeEmpty();

    private static int Count(Rule rule, string catalog) => rule.Taxa.Count(taxon => taxon.Catalog == catalog);

    private static bool IsProse(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= 6 && text.EndsWith('.');
}
