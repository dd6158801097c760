using System.Text;
using McpScan.Rules;

namespace McpScan.Reporting.Documentation;

/// <summary>docs/frameworks.md: the controls of compliance frameworks, and what answers each.</summary>
public static class FrameworksPage
{
    public static string Render(IReadOnlyList<Rule> rules)
    {
        var page = new StringBuilder("""
            # Compliance frameworks

            `mcpscan audit --framework ID` answers each control of a framework: *met*, *not met*, *not examined* or *not covered*; a report of `mcpscan signoff` answers all of them.
            Met means that all rules which speak to a control were asked and found nothing of medium severity or above. It supports the control and proves no conformity
            ([decision 22](decisions/0022-controls-are-answered-by-rules.md)). Each framework is a file under `catalogs/frameworks/`.


            """).Append(MarkdownText.Head("id", "framework", "version", "licence and wording"));
        var all = Frameworks.Names.Select(name => Frameworks.Find(name)!).ToList();
        foreach (var framework in all)
        {
            page.Append(MarkdownText.Row($"[{framework.Id}](#{framework.Id})", MarkdownText.Link(MarkdownText.Text(framework.Name), framework.Url), MarkdownText.Text(framework.Version), MarkdownText.Text(framework.Licence)));
        }

        foreach (var framework in all)
        {
            page.Append("\n## ").Append(framework.Id).Append("\n\n").Append(MarkdownText.Text(framework.Name)).Append(". ").Append(MarkdownText.Prose(framework.About)).Append("\n\n")
                .Append(MarkdownText.Head("control", "asks", "answered by"));
            foreach (var control in framework.Controls)
            {
                page.Append(MarkdownText.Row(MarkdownText.Text(control.Id), MarkdownText.Text(control.Title), Answer(control, rules)));
            }
        }

        return Page.Finish(page);
    }

    private static string Answer(FrameworkControl control, IReadOnlyList<Rule> rules)
    {
        var parts = new List<string>();
        if (control.ShownBy != Proof.None)
        {
            parts.Add(control.ShownBy switch
            {
                Proof.Audit => "a complete audit",
                Proof.Policy => "a policy in force",
                Proof.Lock => "a lock in force",
                _ => "a sign-off",
            });
        }

        parts.AddRange(rules.Where(rule => rule.Status == RuleStatus.Stable && control.IsAskedBy(rule)).Select(rule => RulePage.Link(rule, "rules/")));
        return parts.Count == 0 ? $"*not covered:* {MarkdownText.Text(control.NotCovered ?? "No rule speaks to it.")}"
            : string.Join(", ", parts) + (control.IsExposureOnly ? " (exposure only, never met)" : "");
    }
}
