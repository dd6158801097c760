using System.Text;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Reporting.Json;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Reporting.Sarif;

/// <summary>The tool and every rule that it asked, also those that found nothing.</summary>
internal static class SarifDriver
{
    /// <summary>GitHub reads so many units of a description and shows so many tags.</summary>
    private const int DescriptionLimit = 1024;
    private const int TagLimit = 10;

    /// <summary>Catalogs in the order in which their tags matter to a reader of GitHub's list, and the word that a tag begins with.</summary>
    private static readonly (string Catalog, string Tag)[] TagOrder =
    [
        ("cwe", "external/cwe"), ("stride", "stride"), ("owasp-asi", "owasp-asi"), ("owasp-mcp", "owasp-mcp"), ("mitre-attack", "attack"),
        ("mitre-atlas", "atlas"), ("owasp-llm", "owasp-llm"), ("safe-mcp", "safe-mcp"), ("aisvs", "aisvs"),
    ];

    public static void Write(Utf8JsonWriter writer, AuditReport report, SarifIndex index)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", report.Tool.Name);
        writer.WriteString("semanticVersion", report.Tool.Version);
        SarifWriting.Message(writer, "shortDescription", "Static governance of MCP servers: what a server declares, held against standards before anyone installs it.");
        writer.WriteStartArray("rules");
        foreach (var result in report.Rules)
        {
            WriteRule(writer, result, index);
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("supportedTaxonomies");
        foreach (var taxonomy in index.Taxonomies)
        {
            taxonomy.WriteReference(writer);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("properties");
        writer.WriteString("rulesDigest", report.Tool.RulesDigest.ToString());
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter writer, RuleResult result, SarifIndex index)
    {
        var rule = result.Rule;
        writer.WriteStartObject();
        writer.WriteString("id", rule.Id);
        writer.WriteString("name", SarifText.ToPascalCase(rule.Name));
        SarifWriting.Message(writer, "shortDescription", SarifText.Cut(SarifText.Sentence(rule.Title), DescriptionLimit));
        SarifWriting.Message(writer, "fullDescription", SarifText.Cut(rule.Why, DescriptionLimit));
        writer.WriteStartObject("help");
        writer.WriteString("text", MakeHelp(rule, isMarkdown: false));
        writer.WriteString("markdown", MakeHelp(rule, isMarkdown: true));
        writer.WriteEndObject();
        if (rule.References is [var reference, ..] && SarifWriting.IsWebAddress(reference))
        {
            writer.WriteString("helpUri", reference);
        }

        writer.WriteStartObject("defaultConfiguration");
        writer.WriteString("level", SarifLevels.Of(rule.Severity));
        writer.WriteNumber("rank", SarifLevels.Rank(rule.Severity));
        writer.WriteEndObject();
        writer.WriteStartArray("relationships");
        foreach (var taxon in rule.Taxa)
        {
            index.Taxonomy(taxon.Catalog)?.WriteRelationship(writer, taxon.Id);
        }

        writer.WriteEndArray();
        WriteProperties(writer, result);
        writer.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter writer, RuleResult result)
    {
        var rule = result.Rule;
        var score = SarifLevels.SecuritySeverity(rule.Severity);
        writer.WriteStartObject("properties");
        writer.WriteStartArray("tags");
        var left = TagLimit;
        if (score is not null)
        {
            writer.WriteStringValue("security");
            left--;
        }

        foreach (var (catalog, tag) in TagOrder)
        {
            foreach (var taxon in rule.Taxa)
            {
                if (taxon.Catalog == catalog && left-- > 0)
                {
                    writer.WriteStringValue($"{tag}/{(catalog == "cwe" ? taxon.Id.ToLowerInvariant() : taxon.Id)}");
                }
            }
        }

        writer.WriteEndArray();
        writer.WriteString("precision", Words.Of(rule.Confidence));
        writer.WriteString("problem.severity", SarifLevels.ProblemSeverity(rule.Severity));
        if (score is not null)
        {
            writer.WriteString("security-severity", score);
        }

        writer.WriteString("family", rule.Family);
        writer.WriteString("outcome", Words.Of(result.Outcome));
        writer.WriteNumber("subjects", result.Subjects);
        writer.WriteEndObject();
    }

    private static string MakeHelp(Rule rule, bool isMarkdown)
    {
        Func<string, string> escape = isMarkdown ? MarkdownText.Prose : static text => text;
        var help = new StringBuilder(escape(rule.Why.TrimEnd()));
        help.Append(isMarkdown ? "\n\n**Fix:** " : "\n\nFix: ").Append(escape(rule.Fix.TrimEnd()));
        if (rule.References.Length > 0)
        {
            help.Append(isMarkdown ? "\n\n**References:**\n" : "\n\nReferences:\n");
            foreach (var reference in rule.References)
            {
                var isLink = isMarkdown && SarifWriting.IsWebAddress(reference);
                help.Append("\n- ").Append(isLink ? $"<{reference}>" : escape(reference));
            }
        }

        return help.ToString();
    }
}
