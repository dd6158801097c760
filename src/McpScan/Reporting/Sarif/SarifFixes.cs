using System.Text.Json;
using McpScan.Auditing;

namespace McpScan.Reporting.Sarif;

/// <summary>The edits of a finding as a SARIF fix, which editors offer to apply.</summary>
internal static class SarifFixes
{
    /// <summary>Writes the fix, if there is one that is complete.</summary>
    public static void Write(Utf8JsonWriter writer, Finding finding, SarifIndex index)
    {
        if (finding.Replacement is not { Edits.IsEmpty: false } replacement)
        {
            return;
        }

        writer.WriteStartArray("fixes");
        writer.WriteStartObject();
        SarifWriting.Message(writer, "description", SarifText.Sentence(replacement.Text));
        writer.WriteStartArray("artifactChanges");
        writer.WriteStartObject();
        var path = replacement.Edits[0].Path;
        SarifLocations.WriteArtifactLocation(writer, "artifactLocation", path, index.Artifact(path));
        writer.WriteStartArray("replacements");
        foreach (var edit in replacement.Edits)
        {
            Write(writer, edit);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Edit edit)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("deletedRegion");
        writer.WriteNumber("startLine", edit.StartLine);
        writer.WriteNumber("startColumn", edit.StartColumn);
        writer.WriteNumber("endLine", edit.EndLine);
        writer.WriteNumber("endColumn", edit.EndColumn);
        writer.WriteNumber("charOffset", edit.Offset);
        writer.WriteNumber("charLength", edit.Length);
        writer.WriteEndObject();
        if (edit.NewText.Length > 0)
        {
            SarifWriting.Message(writer, "insertedContent", edit.NewText);
        }

        writer.WriteEndObject();
    }
}
