using System.Text;
using McpScan.Checks;
using McpScan.Rules;

namespace McpScan.Reporting.Documentation;

/// <summary>docs/checks.md: the questions that rules can ask by name.</summary>
public static class ChecksPage
{
    public static string Render(IEnumerable<ICheck> checks, IReadOnlyList<Rule> rules)
    {
        var page = new StringBuilder("""
            # Checks

            Questions that a pattern cannot ask. A rule names one with `check:` and gives its arguments under `with:`.


            """);
        foreach (var check in checks.OrderBy(check => check.Name, StringComparer.Ordinal))
        {
            page.Append("## ").Append(check.Name).Append("\n\n").Append(MarkdownText.Prose(check.Summary)).Append("\n\n");
            if (check.Parameters.Length > 0)
            {
                page.Append(MarkdownText.Head("argument", "required", "what it is"));
                foreach (var parameter in check.Parameters)
                {
                    page.Append(MarkdownText.Row(MarkdownText.Code(parameter.Name), parameter.IsRequired ? "yes" : "", MarkdownText.Prose(parameter.Doc)));
                }

                page.Append('\n');
            }

            var askedBy = rules.Where(rule => Asks(rule.When, check)).Select(rule => RulePage.Link(rule, "rules/")).ToList();
            page.Append(askedBy.Count == 0 ? "" : $"Asked by {string.Join(", ", askedBy)}.\n\n");
        }

        return Page.Finish(page);
    }

    private static bool Asks(Condition condition, ICheck check) => condition switch
    {
        Condition.All all => all.Branches.Any(branch => Asks(branch, check)),
        Condition.Any any => any.Branches.Any(branch => Asks(branch, check)),
        Condition.Not not => Asks(not.Branch, check),
        Condition.Check leaf => leaf.Question.Name == check.Name,
        _ => false,
    };
}
