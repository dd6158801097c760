using System.Text;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>Bytes to text: UTF-8 with or without a byte-order mark, UTF-16 with one.</summary>
internal static class TextDecoder
{
    /// <summary>The text; bytes that are none are replaced, with an error notice, so that the rest can still be read.</summary>
    public static SourceText Decode(string path, ReadOnlySpan<byte> bytes, out Notice? notice)
    {
        var encoding = Encoding.UTF8;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            encoding = Encoding.Unicode;
            bytes = bytes[2..];
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            encoding = Encoding.BigEndianUnicode;
            bytes = bytes[2..];
        }

        var text = encoding.GetString(bytes);
        var isWhole = ReferenceEquals(encoding, Encoding.UTF8) ? System.Text.Unicode.Utf8.IsValid(bytes) : (bytes.Length & 1) == 0 && !text.Contains('\uFFFD', StringComparison.Ordinal);
        notice = isWhole ? null : new Notice(NoticeSeverity.Error, "The file is not valid UTF-8 or UTF-16; the bytes that are no text were read as U+FFFD.", path);
        return new SourceText(path, text);
    }
}
