using System.Collections.Immutable;
using System.Text;
using McpScan.Rules;

namespace McpScan.Reporting.Documentation;

/// <summary>docs/rules/: a page for each family with all that its rules say, and an index.</summary>
public static class RulePage
{
    /// <summary>docs/rules/README.md.</summary>
    public static string Index(IReadOnlyList<Rule> rules)
    {
        var page = new StringBuilder("""
            # Rules

            One rule is one file under `rules/`: its question, its reasons and its examples, which run as tests. A rule answers to its id and to its name.
            In examples the evidence is underlined, and `[+]` stands for nothing: it keeps a made-up secret from standing whole in a file.


            """);
        foreach (var family in Families.All)
        {
            var members = rules.Where(rule => rule.Family == family).ToList();
            if (members.Count == 0)
            {
                continue;
            }

            page.Append("## ").Append(MarkdownText.Link(family, family + ".md")).Append("\n\n").Append(MarkdownText.Head("id", "what it finds", "severity", "confidence", "name"));
            foreach (var rule in members)
            {
                page.Append(MarkdownText.Row(
                    Link(rule, ""),
                    MarkdownText.Prose(rule.Title) + (rule.Status == RuleStatus.Stable ? "" : $" *({rule.Status.ToString().ToLowerInvariant()})*"),
                    Words.Of(rule.Severity),
                    Words.Of(rule.Confidence),
                    MarkdownText.Code(rule.Name)));
            }

            page.Append('\n');
        }

        return Page.Finish(page);
    }

    /// <summary>docs/rules/&lt;family&gt;.md.</summary>
    public static string Family(string family, IReadOnlyList<Rule> rules, Catalogs catalogs, Func<Rule, ImmutableArray<RuleExample>> examples)
    {
        var page = new StringBuilder("# Rules: ").Append(family).Append("\n\n").Append(MarkdownText.Link("All rules", "README.md")).Append('\n');
        foreach (var rule in rules.Where(rule => rule.Family == family))
        {
            page.Append("\n## ").Append(rule.Id).Append("\n\n").Append(Rule(rule, catalogs, examples(rule)));
        }

        return Page.Finish(page);
    }

    /// <summary>A link to the part of a page that describes a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="folder">The way from the linking page to docs/rules/, with a trailing slash.</param>
    internal static string Link(Rule rule, string folder) => MarkdownText.Link(rule.Id, $"{folder}{rule.Family}.md#{rule.Id.ToLowerInvariant()}");

    private static string Rule(Rule rule, Catalogs catalogs, ImmutableArray<RuleExample> examples)
    {
        var text = new StringBuilder()
            .Append("**").Append(MarkdownText.Prose(rule.Title)).Append("**\n\n")
            .Append(MarkdownText.Code(rule.Name)).Append(" · ").Append(Words.Of(rule.Severity)).Append(" severity · ").Append(Words.Of(rule.Confidence)).Append(" confidence · ")
            .Append(rule.Status.ToString().ToLowerInvariant()).Append(" · asks about ").Append(MarkdownText.Link(MarkdownText.Code(Words.Of(rule.Subject)), $"../fields.md#{Words.Of(rule.Subject)}"))
            .Append("\n\n").Append(Paragraphs(rule.Why))
            .Append("**Fix.** ").Append(Paragraphs(rule.Fix))
            .Append("**It fires when**\n\n").Append(ConditionText.Render(rule.When)).Append('\n')
            .Append("**Message:** ").Append(MarkdownText.Text(rule.Message)).Append("\n\n");
        if (rule.Replacement is { } replacement)
        {
            text.Append("The finding says what to write instead (").Append(MarkdownText.Code(replacement)).Append("), and `mcpscan audit --fix` writes it where that is clear.\n\n");
        }

        if (rule.Overrides.Length > 0)
        {
            text.Append("Where it speaks, these say nothing more: ").Append(string.Join(", ", rule.Overrides.Select(MarkdownText.Code))).Append(".\n\n");
        }

        foreach (var taxon in rule.Taxa)
        {
            text.Append("- ").Append(Taxon(taxon, catalogs)).Append('\n');
        }

        foreach (var reference in rule.References)
        {
            text.Append("- ").Append(MarkdownText.Link(MarkdownText.Text(reference), reference)).Append('\n');
        }

        foreach (var example in (ReadOnlySpan<RuleExample?>)[examples.FirstOrDefault(e => e.IsBad), examples.FirstOrDefault(e => !e.IsBad)])
        {
            if (example is not null)
            {
                text.Append('\n').Append(example.IsBad ? "It finds" : "It leaves alone").Append(": ").Append(MarkdownText.Text(example.Name)).Append('\n').Append(ExampleText.Render(example));
            }
        }

        return text.ToString();
    }

    private static string Taxon(TaxonReference taxon, Catalogs catalogs) => catalogs.Find(taxon) is { } entry
        ? $"{MarkdownText.Text(catalogs.Find(taxon.Catalog)!.Name)}: {MarkdownText.Link(MarkdownText.Text(IsWord(entry) ? entry.Title : $"{entry.Id} {entry.Title}"), entry.Url)}"
        : MarkdownText.Code(taxon.ToString());

    // STRIDE has no ids of its own: the id is the title as a word.
    private static bool IsWord(CatalogEntry entry) => string.Equals(entry.Title.Replace(' ', '-'), entry.Id, StringComparison.OrdinalIgnoreCase);

    private static string Paragraphs(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(part => MarkdownText.Prose(part) + "\n\n"));
}
