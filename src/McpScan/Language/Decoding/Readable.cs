using System.Text;
using System.Text.Unicode;

namespace McpScan.Language.Decoding;

/// <summary>Tells whether bytes are text that a model could read.</summary>
internal static class Readable
{
    /// <summary>The bytes as UTF-8, or as UTF-16 of Latin letters as PowerShell's encoded commands have it, where all of them are printable text; else null.</summary>
    public static string? Text(ReadOnlySpan<byte> bytes)
    {
        if (IsUtf16(bytes))
        {
            return Text(Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes)));
        }

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

    private static bool IsUtf16(ReadOnlySpan<byte> bytes)
    {
        var isUtf16 = bytes.Length >= 8 && bytes.Length % 2 == 0;
        for (var i = 0; isUtf16 && i < bytes.Length; i += 2)
        {
            isUtf16 = bytes[i] != 0 && bytes[i + 1] == 0;
        }

        return isUtf16;
    }
}
