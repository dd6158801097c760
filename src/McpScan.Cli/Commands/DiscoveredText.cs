using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary>What <c>mcpscan discover</c> prints.</summary>
internal static class DiscoveredText
{
    private const int MaxNames = 12;

    /// <summary>Client, scope, path and servers, a line for each configuration.</summary>
    public static string Table(List<Discovered> found)
    {
        if (found.Count == 0)
        {
            return "";
        }

        string[][] rows = [["CLIENT", "SCOPE", "PATH", "SERVERS"], .. found.Select(Row)];
        var widths = Enumerable.Range(0, 3).Select(i => rows.Max(row => row[i].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            for (var i = 0; i < 3; i++)
            {
                text.Append(row[i].PadRight(widths[i] + 2));
            }

            text.Append(row[3]).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The same for machines; <c>docs/discover.md</c> says what the members mean.</summary>
    public static byte[] Json(List<Discovered> found)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default }))
        {
            writer.WriteStartObject();
            writer.WriteString("schemaVersion", "1.0");
            writer.WriteStartArray("configurations");
            foreach (var file in found)
            {
                Write(writer, file);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Discovered file)
    {
        writer.WriteStartObject();
        writer.WriteString("client", file.Client);
        writer.WriteString("scope", file.Scope);
        writer.WriteString("path", file.Path);
        writer.WriteStartArray("servers");
        foreach (var server in file.Servers)
        {
            writer.WriteStartObject();
            writer.WriteString("name", server.Name);
            writer.WriteString("kind", server.Kind);
            writer.WriteBoolean("disabled", server.IsDisabled);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("problems");
        foreach (var problem in file.Problems)
        {
            writer.WriteStringValue(problem);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string[] Row(Discovered file) =>
        [file.Client, file.Scope, new Untrusted(file.Shown).ToString(), file.Problems.IsEmpty ? Names(file) : $"could not be read whole; {Names(file)}"];

    private static string Names(Discovered file)
    {
        var names = file.Servers.Take(MaxNames).Select(s => new Untrusted(s.Name) + (s.IsDisabled ? " (off)" : ""));
        return file.Servers.IsEmpty ? "none" : string.Join(", ", names) + (file.Servers.Length > MaxNames ? $" and {file.Servers.Length - MaxNames} more" : "");
    }
}
