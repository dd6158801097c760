using System.Text;
using McpScan.Governance.Locking;

namespace McpScan.Cli;

/// <summary>Locks that the caller named. Trouble with them is bad usage: a lock that is not read would be one that nobody holds anything against.</summary>
internal static class LockFiles
{
    /// <summary>The lock of ten thousand tools has about 30 MiB.</summary>
    private const int MaxMebibytes = 128;

    /// <exception cref="UsageException">It cannot be read, or is no lock that this version knows.</exception>
    public static LockFile Read(string path, CliHost host) =>
        LockReader.Read(UserFiles.Read(path, host, MaxMebibytes, "lock"), out var errors) ?? throw new UsageException(string.Join(Environment.NewLine, errors));

    /// <summary>Whether a file begins as a lock does, which says its version first. One that then is none is refused by <see cref="Read"/>.</summary>
    public static bool IsLock(string path, CliHost host)
    {
        try
        {
            using var stream = File.OpenRead(Path.GetFullPath(path, host.CurrentDirectory));
            var head = new byte[64];
            var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            return Encoding.UTF8.GetString(head, 0, length).TrimStart('\uFEFF', '{', ' ', '\t', '\r', '\n').StartsWith("\"lockVersion\"", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
