using System.Text.Json;

namespace McpScan.Reporting.Json;

/// <summary>How every JSON format is written: indented with LF, pure ASCII, in pieces.</summary>
/// <remarks>
/// The default encoder stays: it writes every character outside printable ASCII, and <c>&lt; &gt; &amp; ' + `</c>, as an escape, so hostile text can
/// neither break out of a page that embeds the report nor reach a terminal raw.
/// </remarks>
internal static class JsonOutput
{
    private const int FlushAt = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    public static void Write<T>(T value, Stream output, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        using (var writer = new Utf8JsonWriter(output, Options))
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
