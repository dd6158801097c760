using System.Text;
using McpScan.Rules;

namespace McpScan.Cli.Commands;

/// <summary>A rule as a page of plain text.</summary>
internal static class RuleText
{
    private const int Width = 80;

    public static string Describe(Rule rule)
    {
        var page = new StringBuilder();
        page.Append($"{rule.Id}  {rule.Name}\n{rule.Title}\n\n");
        page.Append($"family      {rule.Family}\n");
        page.Append($"severity    {Lower(rule.Severity)}, confidence {Lower(rule.Confidence)}, {Lower(rule.Status)}\n");
        page.Append($"asks about  {Lower(rule.Subject)}\n");
        foreach (var taxon in rule.Taxa)
        {
            page.Append($"            {taxon}  {Catalogs.BuiltIn.Find(taxon)?.Title}\n");
        }

        Section(page, "Why", rule.Why);
        Section(page, "Fix", rule.Fix);
        foreach (var example in RuleExamples.Of(rule))
        {
            foreach (var file in example.Files)
            {
                page.Append($"\n{(example.IsBad ? "Bad" : "Good")}: {example.Name} ({file.Path})\n");
                foreach (var line in file.Text.TrimEnd().Split('\n'))
                {
                    page.Append("  ").Append(line).Append('\n');
                }
            }
        }

        foreach (var reference in rule.References)
        {
            page.Append($"\nSee {reference}");
        }

        return page.ToString().TrimEnd() + "\n";
    }

    private static void Section(StringBuilder page, string heading, string text)
    {
        page.Append('\n').Append(heading).Append('\n');
        var column = 0;
        foreach (var word in text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                page.Append('\n');
                column = 0;
            }

            page.Append(column == 0 ? "  " : " ").Append(word);
            column += word.Length + (column == 0 ? 2 : 1);
        }

        page.Append('\n');
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
