using System.Text;
using System.Text.Unicode;

namespace McpScan.Language.Decoding;

/// <summary>Tells whether bytes are text that a model could read.</summary>
internal static class Readable
{
    /// <summary>The bytes as UTF-8 where all of them are printable text; else null.</summary>
    public static string? Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || !Utf8.IsValid(bytes))
        {
            return null;
        }

        foreach (var value in bytes)
        {
            if (value < 0x20 && value is not ((byte)'\n' or (byte)'\r' or (byte)'\t') || value == 0x7F)
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString(bytes);
    }
}
