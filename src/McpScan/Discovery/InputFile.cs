namespace McpScan.Discovery;

/// <summary>A file that was met and not yet read.</summary>
/// <param name="path">Relative path with forward slashes, as reports print it.</param>
/// <param name="length">Its size in bytes when it was met.</param>
/// <param name="isNamed">Whether the user named it directly: then it is read whatever its name is.</param>
/// <param name="open">Opens its bytes; may throw what the file system throws.</param>
/// <param name="fullPath">Where it lies on disk; null in memory.</param>
public sealed class InputFile(string path, long length, bool isNamed, Func<Stream> open, string? fullPath = null)
{
    /// <summary>Where it lies on disk; null for a file in memory. Never part of a report.</summary>
    public string? FullPath { get; } = fullPath;

    public string Path { get; } = path;

    public long Length { get; } = length;

    public bool IsNamed { get; } = isNamed;

    /// <summary>A file in memory, as rule examples and tests have it.</summary>
    public static InputFile FromBytes(string path, byte[] bytes, bool isNamed = false) =>
        new(path, bytes.Length, isNamed, () => new MemoryStream(bytes, writable: false));

    public Stream Open() => open();
}
