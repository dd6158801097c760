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


            """);
        foreach (var family in Families.All)
        {
            var members = rules.Where(rule => rule.Family == family).ToList();
            if (members.Count == 0)
            {
                continue;
            }

            page.Append("## ").Append(Markdown.Link(family, family + ".md")).Append("\n\n").Append(Markdown.Head("id", "what it finds", "severity", "confidence", "name"));
            foreach (var rule in members)
            {
                page.Append(Markdown.Row(
                    Link(rule, ""),
                    Markdown.Text(rule.Title) + (rule.Status == RuleStatus.Stable ? "" : $" *({Word(rule.Status)})*"),
                    Word(rule.Severity),
                    Word(rule.Confidence),
                    Markdown.Code(rule.Name)));
            }

            page.Append('\n');
        }

        return Page.Finish(page);
    }

    /// <summary>docs/rules/&lt;family&gt;.md.</summary>
    public static string Family(string family, IReadOnlyList<Rule> rules, Catalogs catalogs, Func<Rule, ImmutableArray<RuleExample>> examples)
    {
        var page = new StringBuilder("# Rules: ").Append(family).Append("\n\n").Append(Markdown.Link("All rules", "README.md")).Append('\n');
        foreach (var rule in rules.Where(rule => rule.Family == family))
        {
            page.Append("\n## ").Append(rule.Id).Append("\n\n").Append(Rule(rule, catalogs, examples(rule)));
        }

        return Page.Finish(page);
    }

    /// <summary>A link to the part of a page that describes a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="folder">The way from the linking page to docs/rules/, with a trailing slash.</param>
    internal static string Link(Rule rule, string folder) => Markdown.Link(rule.Id, $"{folder}{rule.Family}.md#{rule.Id.ToLowerInvariant()}");

    private static string Rule(Rule rule, Catalogs catalogs, ImmutableArray<RuleExample> examples)
    {
        var text = new StringBuilder()
            .Append("**").Append(Markdown.Text(rule.Title)).Append("**\n\n")
            .Append(Markdown.Code(rule.Name)).Append(" · ").Append(Word(rule.Severity)).Append(" severity · ").Append(Word(rule.Confidence)).Append(" confidence · ")
            .Append(Word(rule.Status)).Append(" · asks about ").Append(Markdown.Link(Markdown.Code(FieldsPage.NameOf(rule.Subject)), $"../fields.md#{FieldsPage.NameOf(rule.Subject)}"))
            .Append("\n\n").Append(Paragraphs(rule.Why))
            .Append("**Mend.** ").Append(Paragraphs(rule.Fix))
            .Append("**It fires when**\n\n").Append(ConditionText.Render(rule.When)).Append('\n')
            .Append("**Message:** ").Append(Markdown.Text(rule.Message)).Append("\n\n");
        if (rule.Overrides.Length > 0)
        {
            text.Append("Where it speaks, these say nothing more: ").Append(string.Join(", ", rule.Overrides.Select(Markdown.Code))).Append(".\n\n");
        }

        foreach (var taxon in rule.Taxa)
        {
            text.Append("- ").Append(Taxon(taxon, catalogs)).Append('\n');
        }

        foreach (var reference in rule.References)
        {
            text.Append("- ").Append(Markdown.Link(Markdown.Text(reference), reference)).Append('\n');
        }

        foreach (var example in (ReadOnlySpan<RuleExample?>)[examples.FirstOrDefault(e => e.IsBad), examples.FirstOrDefault(e => !e.IsBad)])
        {
            if (example is not null)
            {
                text.Append('\n').Append(example.IsBad ? "It finds" : "It leaves alone").Append(": ").Append(Markdown.Text(example.Name)).Append('\n').Append(ExampleText.Render(example));
            }
        }

        return text.ToString();
    }

    private static string Taxon(TaxonReference taxon, Catalogs catalogs) => catalogs.Find(taxon) is { } entry
        ? $"{Markdown.Text(catalogs.Find(taxon.Catalog)!.Name)}: {Markdown.Link($"{Markdown.Text(entry.Id)} {Markdown.Text(entry.Title)}", entry.Url)}"
        : Markdown.Code(taxon.ToString());

    private static string Paragraphs(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(part => Markdown.Text(part) + "\n\n"));

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
