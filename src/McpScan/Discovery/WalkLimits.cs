namespace McpScan.Discovery;

/// <summary>What the walk over files and archives keeps to; each bound that bites is an error notice.</summary>
public sealed record WalkLimits
{
    public static WalkLimits Default { get; } = new();

    /// <summary>Bytes of one file.</summary>
    public long MaxFileBytes { get; init; } = 16L << 20;

    /// <summary>Files met in one run, archive members included.</summary>
    public int MaxFiles { get; init; } = 100_000;

    /// <summary>Folders below the path that was given.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Bytes of all files that are read.</summary>
    public long MaxTotalBytes { get; init; } = 1L << 30;

    /// <summary>Bytes of one archive on disk.</summary>
    public long MaxArchiveBytes { get; init; } = 256L << 20;

    /// <summary>Entries of one archive.</summary>
    public int MaxArchiveEntries { get; init; } = 50_000;

    /// <summary>Bytes that are unpacked from one archive.</summary>
    public long MaxUnpackedBytes { get; init; } = 128L << 20;

    /// <summary>Unpacked bytes for one packed byte, asked of members above 1 MiB.</summary>
    public int MaxRatio { get; init; } = 200;
}
