using System.Text.Json;

namespace McpScan.Syntax;

/// <summary>How every JSON format is written: in lines that end with LF, pure ASCII, in pieces.</summary>
/// <remarks>
/// The default encoder stays: it writes every character outside printable ASCII, and <c>&lt; &gt; &amp; ' + `</c>, as an escape, so hostile text can
/// neither break out of a page that embeds the report nor reach a terminal raw.
/// </remarks>
internal static class JsonOutput
{
    private const int FlushAt = 64 * 1024;

    /// <summary>Writes a value and a line break behind it.</summary>
    /// <param name="value">What is written.</param>
    /// <param name="output">Where it goes; it stays open.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="indent">Spaces for each level. A deeply nested format doubles in size with them; lines alone keep it fit for diffs.</param>
    public static void Write<T>(T value, Stream output, Action<Utf8JsonWriter, T> write, int indent = 2)
        where T : class
    {
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, IndentSize = indent, NewLine = "\n" }))
        {
            write(writer, value);
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>Hands over what has gathered; a writer keeps everything in memory until it is told to.</summary>
    public static void FlushWhenFull(Utf8JsonWriter writer)
    {
        if (writer.BytesPending >= FlushAt)
        {
            writer.Flush();
        }
    }
}
