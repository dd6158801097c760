using System.Globalization;
using System.Text;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Governance.Baselines;
using McpScan.Reporting.Json;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Reporting.Sarif;

/// <summary>The findings as SARIF results.</summary>
internal static class SarifResults
{
    /// <summary>GitHub refuses a run with more results.</summary>
    public const int Limit = 25_000;

    /// <summary>GitHub keeps so many locations of a result.</summary>
    private const int RelatedLimit = 100;
    private const int LinkLimit = 5;
    private const int MessageLimit = 1_000;
    private const int DecodedLimit = 400;

    public static void Write(Utf8JsonWriter writer, AuditReport report, SarifIndex index)
    {
        writer.WriteStartArray("results");
        var findings = report.Findings.Length <= Limit ? report.Findings : report.Findings.OrderByDescending(finding => finding.Severity).Take(Limit);
        foreach (var finding in findings)
        {
            WriteResult(writer, finding, index);
            JsonOutput.FlushWhenFull(writer);
        }

        foreach (var absent in (report.Baseline?.Absent ?? []).Take(Limit - Math.Min(Limit, report.Findings.Length)))
        {
            WriteAbsent(writer, absent, index);
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
    }

    /// <summary>
    /// Writes a finding of the baseline that is gone. A reader that knows nothing of baselines must not take it for one of today: it is a check that passed.
    /// </summary>
    private static void WriteAbsent(Utf8JsonWriter writer, BaselineFinding absent, SarifIndex index)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", absent.RuleId);
        if (index.Rule(absent.RuleId) is { } ruleIndex)
        {
            writer.WriteNumber("ruleIndex", ruleIndex);
        }

        writer.WriteString("kind", "pass");
        writer.WriteString("level", "none");
        SarifWriting.Message(writer, "message", SarifText.Sentence(SarifText.Escape(absent.Message, MessageLimit)));
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        SarifLocations.WriteArtifactLocation(writer, "artifactLocation", absent.Path, index.Artifact(absent.Path));
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", absent.Line);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("mcpscan/v1", absent.Fingerprint);
        writer.WriteString("mcpscan/evidence/v1", absent.Evidence);
        writer.WriteEndObject();
        writer.WriteString("baselineState", "absent");
        writer.WriteStartObject("properties");
        writer.WriteString("severity", Words.Of(absent.Severity));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, Finding finding, SarifIndex index)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Rule.Id);
        if (index.Rule(finding.Rule.Id) is { } ruleIndex)
        {
            writer.WriteNumber("ruleIndex", ruleIndex);
        }

        writer.WriteString("kind", "fail");
        writer.WriteString("level", SarifLevels.Of(finding.Severity));
        SarifWriting.Message(writer, "message", MakeMessage(finding));
        WriteLocations(writer, finding, index);
        WriteIdentity(writer, finding);
        SarifFixes.Write(writer, finding, index);
        writer.WriteNumber("rank", SarifLevels.Rank(finding.Severity));
        WriteProperties(writer, finding);
        writer.WriteEndObject();
    }

    private static string MakeMessage(Finding finding)
    {
        var message = new StringBuilder(SarifText.Sentence(SarifText.Escape(finding.Message, MessageLimit)));
        if (finding.Decoded is { } decoded)
        {
            message.Append(" It decodes to \"").Append(SarifText.Escape(decoded.ToString(), DecodedLimit)).Append("\".");
        }

        var related = finding.Related;
        for (var i = 0; i < Math.Min(related.Length, LinkLimit); i++)
        {
            message.Append(i == 0 ? " See " : ", ")
                .Append('[').Append(SarifText.Escape(related[i].Role, 100)).Append(']')
                .Append(CultureInfo.InvariantCulture, $"({i + 1})");
        }

        if (related.Length > LinkLimit)
        {
            message.Append(CultureInfo.InvariantCulture, $" and {related.Length - LinkLimit} more places");
        }

        return message.Append(related.Length > 0 ? "." : "").ToString();
    }

    private static void WriteLocations(Utf8JsonWriter writer, Finding finding, SarifIndex index)
    {
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        SarifLocations.WritePhysical(writer, finding.Place, index, withContext: true);
        WriteLogical(writer, finding.Place, finding);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (finding.Related.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("relatedLocations");
        for (var i = 0; i < Math.Min(finding.Related.Length, RelatedLimit); i++)
        {
            var related = finding.Related[i];
            writer.WriteStartObject();
            writer.WriteNumber("id", i + 1);
            SarifLocations.WritePhysical(writer, related.Place, index, withContext: false);
            WriteLogical(writer, related.Place, finding: null);
            SarifWriting.Message(writer, "message", SarifText.Escape(SarifText.Sentence(related.Role), MessageLimit));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the place in the model. Names are for people to read, so they are written in their visible form.</summary>
    private static void WriteLogical(Utf8JsonWriter writer, Place place, Finding? finding)
    {
        if (place.LogicalPath.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("logicalLocations");
        writer.WriteStartObject();
        writer.WriteString("fullyQualifiedName", new Untrusted(place.LogicalPath).ToString());
        if (finding is not null)
        {
            writer.WriteString("name", finding.SubjectName.ToString());
            writer.WriteString("kind", Words.Of(finding.SubjectKind));
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteIdentity(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("mcpscan/v1", finding.Fingerprint);
        writer.WriteString("mcpscan/evidence/v1", finding.EvidenceFingerprint);

        // GitHub follows an alert by this key alone, and fills it with a hash of the line where it is absent. Ours survives edits of the line.
        writer.WriteString("primaryLocationLineHash", finding.Fingerprint[..16] + ":1");
        writer.WriteEndObject();
        if (finding.Status == FindingStatus.Waived)
        {
            writer.WriteStartArray("suppressions");
            writer.WriteStartObject();
            writer.WriteString("kind", "external");
            writer.WriteString("status", "accepted");
            if (finding.Waiver is { } waiver)
            {
                writer.WriteString("justification", new Untrusted(Phrases.Accepted(waiver)).ToString());
            }

            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        if (finding.BaselineState is { } state)
        {
            writer.WriteString("baselineState", Words.Of(state));
        }
    }

    private static void WriteProperties(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject("properties");
        writer.WriteString("severity", Words.Of(finding.Severity));
        writer.WriteString("confidence", Words.Of(finding.Confidence));
        writer.WriteString("family", finding.Rule.Family);
        if (finding.Server is not null)
        {
            writer.WriteString("server", new Untrusted(finding.Server).ToString());
        }

        if (!finding.Field.IsEmpty)
        {
            writer.WriteString("field", finding.Field.ToString());
        }

        if (finding.Decoded is { } decoded)
        {
            writer.WriteString("decoded", decoded.ToString());
        }

        writer.WriteString("fix", finding.Rule.Fix);
        if (finding.Replacement is { } replacement)
        {
            writer.WriteString("replacement", replacement.Text);
        }

        writer.WriteEndObject();
    }
}
