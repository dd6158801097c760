using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Text;

namespace McpScan.Reporting.Sarif;

/// <summary>Places: the file, the exact region, the lines around it.</summary>
internal static class SarifLocations
{
    /// <summary>Writes an artifact location below the root of the sources.</summary>
    public static void WriteArtifactLocation(Utf8JsonWriter writer, string name, string path, int? index)
    {
        writer.WriteStartObject(name);
        writer.WriteString("uri", SarifText.ToUri(path));
        writer.WriteString("uriBaseId", SarifRenderer.Root);
        if (index is { } number)
        {
            writer.WriteNumber("index", number);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes file and region. The snippet of a long region was cut, and is left out: a snippet is the whole text of its region.</summary>
    public static void WritePhysical(Utf8JsonWriter writer, Place place, SarifIndex index, bool withContext)
    {
        writer.WriteStartObject("physicalLocation");
        WriteArtifactLocation(writer, "artifactLocation", place.Path, index.Artifact(place.Path));
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", place.StartLine);
        writer.WriteNumber("startColumn", place.StartColumn);
        writer.WriteNumber("endLine", place.EndLine);
        writer.WriteNumber("endColumn", place.EndColumn);
        writer.WriteNumber("charOffset", place.Offset);
        writer.WriteNumber("charLength", place.Length);
        if (place.Snippet.Raw.Length == place.Length)
        {
            SarifWriting.Message(writer, "snippet", place.Snippet.Raw);
        }

        writer.WriteEndObject();
        if (withContext)
        {
            WriteContext(writer, place);
        }

        writer.WriteEndObject();
    }

    /// <summary>Whole lines where they were kept whole; else the window of the one line that holds the region; else nothing, rather than a region that its text does not fit.</summary>
    private static void WriteContext(Utf8JsonWriter writer, Place place)
    {
        var lines = place.Excerpt;
        if (lines.Length > 0 && IsWhole(lines) && lines[0].Number <= place.StartLine && lines[^1].Number >= place.EndLine)
        {
            writer.WriteStartObject("contextRegion");
            writer.WriteNumber("startLine", lines[0].Number);
            writer.WriteNumber("endLine", lines[^1].Number);
            SarifWriting.Message(writer, "snippet", Join(lines));
            writer.WriteEndObject();
        }
        else if (place.StartLine == place.EndLine && FindWindow(lines, place) is { } line)
        {
            var start = place.StartColumn - line.HighlightStart;
            writer.WriteStartObject("contextRegion");
            writer.WriteNumber("startLine", line.Number);
            writer.WriteNumber("startColumn", start);
            writer.WriteNumber("endLine", line.Number);
            writer.WriteNumber("endColumn", start + line.Text.Raw.Length);
            SarifWriting.Message(writer, "snippet", line.Text.Raw);
            writer.WriteEndObject();
        }
    }

    private static bool IsWhole(ImmutableArray<ExcerptLine> lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].IsCutBefore || lines[i].IsCutAfter || lines[i].Number != lines[0].Number + i)
            {
                return false;
            }
        }

        return true;
    }

    private static ExcerptLine? FindWindow(ImmutableArray<ExcerptLine> lines, Place place)
    {
        foreach (var line in lines)
        {
            if (line.Number == place.StartLine && line.HighlightLength == place.Length && place.StartColumn > line.HighlightStart)
            {
                return line;
            }
        }

        return null;
    }

    private static string Join(ImmutableArray<ExcerptLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(line.Number > lines[0].Number ? "\n" : "").Append(line.Text.Raw);
        }

        return text.ToString();
    }
}
