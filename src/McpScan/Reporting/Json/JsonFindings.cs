using System.Collections.Immutable;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Syntax;

namespace McpScan.Reporting.Json;

/// <summary>The findings of the JSON report, and places as it writes them everywhere.</summary>
internal static class JsonFindings
{
    public static void Write(Utf8JsonWriter writer, ImmutableArray<Finding> findings)
    {
        writer.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            WriteFinding(writer, finding);
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a place; a related one also says what part it plays.</summary>
    public static void WritePlace(Utf8JsonWriter writer, Place place, string? role)
    {
        writer.WriteStartObject();
        writer.WriteString("path", place.Path);
        writer.WriteNumber("startLine", place.StartLine);
        writer.WriteNumber("startColumn", place.StartColumn);
        writer.WriteNumber("endLine", place.EndLine);
        writer.WriteNumber("endColumn", place.EndColumn);
        writer.WriteNumber("offset", place.Offset);
        writer.WriteNumber("length", place.Length);
        if (place.LogicalPath.Length > 0)
        {
            writer.WriteString("logicalPath", place.LogicalPath);
        }

        if (role is not null)
        {
            writer.WriteString("role", role);
        }

        writer.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter writer, Finding finding)
    {
        var rule = finding.Rule;
        writer.WriteStartObject();
        writer.WriteString("ruleId", rule.Id);
        writer.WriteString("ruleName", rule.Name);
        writer.WriteString("family", rule.Family);
        writer.WriteString("severity", Words.Of(finding.Severity));
        writer.WriteString("confidence", Words.Of(finding.Confidence));
        writer.WriteString("title", rule.Title);
        writer.WriteString("message", finding.Message);
        if (finding.Server is not null)
        {
            writer.WriteString("server", finding.Server);
        }

        WriteSubject(writer, finding);
        writer.WritePropertyName("location");
        WritePlace(writer, finding.Place, role: null);
        writer.WriteStartArray("related");
        foreach (var related in finding.Related)
        {
            WritePlace(writer, related.Place, related.Role);
        }

        writer.WriteEndArray();
        writer.WriteString("evidence", finding.Evidence.Raw);
        if (finding.SecretFingerprint is { } secret)
        {
            writer.WriteString("secretFingerprint", secret);
        }

        if (finding.Decoded is { } decoded)
        {
            writer.WriteString("decoded", decoded.Raw);
        }

        JsonRules.WriteTaxa(writer, rule);
        writer.WriteString("fix", rule.Fix);
        if (finding.Replacement is { } replacement)
        {
            WriteReplacement(writer, replacement);
        }

        WriteDrift(writer, finding.Changes);
        writer.WriteString("fingerprint", finding.Fingerprint);
        writer.WriteString("evidenceFingerprint", finding.EvidenceFingerprint);
        writer.WriteString("status", Words.Of(finding.Status));
        if (finding.BaselineState is { } state)
        {
            writer.WriteString("baselineState", Words.Of(state));
        }

        writer.WriteBoolean("rejecting", finding.IsRejecting);
        if (finding.Waiver is { } waiver)
        {
            writer.WriteStartObject("waiver");
            JsonPolicy.WriteWaiver(writer, waiver);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes how the findings stand to an earlier report.</summary>
    public static void WriteBaseline(Utf8JsonWriter writer, BaselineReport baseline)
    {
        writer.WriteStartObject("baseline");
        writer.WriteString("path", baseline.Path);
        writer.WriteNumber("new", baseline.New);
        writer.WriteNumber("unchanged", baseline.Unchanged);
        writer.WriteNumber("updated", baseline.Updated);
        writer.WriteStartArray("absent");
        foreach (var absent in baseline.Absent)
        {
            writer.WriteStartObject();
            writer.WriteString("fingerprint", absent.Fingerprint);
            writer.WriteString("ruleId", absent.RuleId);
            writer.WriteString("severity", Words.Of(absent.Severity));
            writer.WriteString("message", absent.Message);
            writer.WriteString("path", absent.Path);
            writer.WriteNumber("startLine", absent.Line);
            writer.WriteEndObject();
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes the members of a change.</summary>
    public static void WriteChange(Utf8JsonWriter writer, FindingChange change)
    {
        writer.WriteString("kind", Words.Of(change.Kind));
        writer.WriteString("what", change.What.Raw);
        if (change.Before is { } before)
        {
            writer.WriteString("before", before.Raw);
        }

        if (change.After is { } after)
        {
            writer.WriteString("after", after.Raw);
        }
    }

    private static void WriteDrift(Utf8JsonWriter writer, ImmutableArray<FindingChange> changes)
    {
        if (changes.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("changes");
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            WriteChange(writer, change);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteReplacement(Utf8JsonWriter writer, Replacement replacement)
    {
        writer.WriteStartObject("replacement");
        writer.WriteString("text", replacement.Text);
        writer.WriteStartArray("edits");
        foreach (var edit in replacement.Edits)
        {
            writer.WriteStartObject();
            writer.WriteString("path", edit.Path);
            writer.WriteNumber("startLine", edit.StartLine);
            writer.WriteNumber("startColumn", edit.StartColumn);
            writer.WriteNumber("endLine", edit.EndLine);
            writer.WriteNumber("endColumn", edit.EndColumn);
            writer.WriteNumber("offset", edit.Offset);
            writer.WriteNumber("length", edit.Length);
            writer.WriteString("newText", edit.NewText);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSubject(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject("subject");
        writer.WriteString("kind", Words.Of(finding.SubjectKind));
        writer.WriteString("name", finding.SubjectName.Raw);
        if (!finding.Field.IsEmpty)
        {
            writer.WriteString("field", finding.Field.Raw);
        }

        writer.WriteString("id", finding.SubjectId);
        if (finding.Definition is { } digest)
        {
            writer.WriteString("digest", "sha256:" + digest);
        }

        writer.WriteEndObject();
    }
}
