using System.Buffers.Binary;

namespace McpScan.Discovery;

/// <summary>The end of a zip archive, read before the archive is opened.</summary>
/// <param name="DirectoryStart">Offset of the directory of members; <see cref="uint.MaxValue"/> for a zip64 archive.</param>
/// <param name="Trailer">What stands behind the archive.</param>
internal sealed record BundleTail(long DirectoryStart, BundleTrailer Trailer)
{
    // The end record may be followed by a comment of 64 KiB; a signature block has a few KiB.
    private const int Window = 256 * 1024;

    private const int EndRecordLength = 22;

    private const int HeaderLength = 46;

    /// <summary>The tail of an archive, or null where there is no end record. Leaves the stream at its start.</summary>
    public static BundleTail? Read(Stream stream)
    {
        var length = (int)Math.Min(stream.Length, Window);
        var tail = new byte[length];
        stream.Seek(-length, SeekOrigin.End);
        stream.ReadExactly(tail);
        stream.Seek(0, SeekOrigin.Begin);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndRecordLength > length)
        {
            return null;
        }

        var behind = end + EndRecordLength + BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 20));
        var trailer = behind >= length ? BundleTrailer.None
            : tail.AsSpan(behind).StartsWith("MCPB_SIG_V1"u8) ? BundleTrailer.Signature
            : BundleTrailer.Other;
        return new BundleTail(BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16)), trailer);
    }

    /// <summary>Whether the directory has more members than a bound, found before memory is spent on them. Leaves the stream at its start.</summary>
    /// <remarks>A zip64 archive counts as having more: within the bound on size no bundle needs to be one.</remarks>
    public bool HasMoreMembersThan(int most, Stream stream)
    {
        if (DirectoryStart == uint.MaxValue)
        {
            return true;
        }

        // Not disposed: that would close the stream of the archive.
        var buffered = new BufferedStream(stream, 1 << 16);
        buffered.Seek(Math.Min(DirectoryStart, stream.Length), SeekOrigin.Begin);
        Span<byte> header = stackalloc byte[HeaderLength];
        var count = 0;
        while (count <= most && buffered.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength && header.StartsWith("PK\u0001\u0002"u8))
        {
            count++;
            var rest = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
            buffered.Seek(rest, SeekOrigin.Current);
        }

        stream.Seek(0, SeekOrigin.Begin);
        return count > most;
    }
}

/// <summary>What stands behind a zip archive.</summary>
internal enum BundleTrailer
{
    None,

    /// <summary>A signature block between <c>MCPB_SIG_V1</c> and <c>MCPB_SIG_END</c>.</summary>
    Signature,

    Other,
}
