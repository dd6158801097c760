using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>Looks at what stands behind the zip archive of a bundle: nothing, or a signature block between <c>MCPB_SIG_V1</c> and <c>MCPB_SIG_END</c>.</summary>
internal static class BundleTail
{
    // The end record of a zip archive may be followed by a comment of 64 KiB; a signature block has a few KiB.
    private const int Window = 256 * 1024;

    private const int EndRecordLength = 22;

    /// <summary>Whether the bundle is signed; a notice is added for other data. Leaves the stream at its start.</summary>
    public static bool Check(Stream stream, string path, List<Notice> notices)
    {
        var length = (int)Math.Min(stream.Length, Window);
        var tail = new byte[length];
        stream.Seek(-length, SeekOrigin.End);
        stream.ReadExactly(tail);
        stream.Seek(0, SeekOrigin.Begin);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndRecordLength > length)
        {
            return false;
        }

        var behind = end + EndRecordLength + (tail[end + 20] | (tail[end + 21] << 8));
        if (behind >= length)
        {
            return false;
        }

        if (tail.AsSpan(behind).StartsWith("MCPB_SIG_V1"u8))
        {
            return true;
        }

        notices.Add(new Notice(NoticeSeverity.Warning, "There is data behind the zip archive that is not a signature block; it was not read.", path));
        return false;
    }
}
