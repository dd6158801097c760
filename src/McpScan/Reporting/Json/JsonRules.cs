using System.Collections.Immutable;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Reporting.Json;

/// <summary>The rules of the JSON report: each one that was asked, what it came to, and what findings of it need not repeat.</summary>
internal static class JsonRules
{
    public static void Write(Utf8JsonWriter writer, ImmutableArray<RuleResult> results)
    {
        writer.WriteStartArray("rules");
        foreach (var result in results)
        {
            var rule = result.Rule;
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            writer.WriteString("name", rule.Name);
            writer.WriteString("title", rule.Title);
            writer.WriteString("family", rule.Family);
            writer.WriteString("severity", Words.Of(rule.Severity));
            writer.WriteString("outcome", Words.Of(result.Outcome));
            writer.WriteNumber("subjects", result.Subjects);
            writer.WriteString("why", rule.Why);
            WriteTaxa(writer, rule);
            writer.WriteStartArray("references");
            foreach (var reference in rule.References)
            {
                writer.WriteStringValue(reference);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
    }

    /// <summary>Taxa as rules write them: <c>catalog:id</c>.</summary>
    public static void WriteTaxa(Utf8JsonWriter writer, Rule rule)
    {
        writer.WriteStartArray("taxa");
        foreach (var taxon in rule.Taxa)
        {
            writer.WriteStringValue(taxon.ToString());
        }

        writer.WriteEndArray();
    }
}
