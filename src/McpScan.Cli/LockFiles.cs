using McpScan.Governance.Locking;
using McpScan.Text;

namespace McpScan.Cli;

/// <summary>Locks that the caller named. Trouble with them is bad usage: a lock that is not read would be one that nobody holds anything against.</summary>
internal static class LockFiles
{
    /// <summary>The lock of ten thousand tools has about 30 MiB.</summary>
    private const int MaxMebibytes = 128;

    /// <exception cref="UsageException">It cannot be read, or is no lock that this version knows.</exception>
    public static LockFile Read(string path, CliHost host) =>
        LockReader.Read(Text(path, host), out var errors) ?? throw new UsageException(string.Join(Environment.NewLine, errors));

    /// <exception cref="UsageException">It cannot be read.</exception>
    public static SourceText Text(string path, CliHost host) => UserFiles.Read(path, host, MaxMebibytes, "lock");
}
