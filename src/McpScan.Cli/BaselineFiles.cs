using McpScan.Governance.Baselines;

namespace McpScan.Cli;

/// <summary>Earlier reports that the caller named. Trouble with them is bad usage: nothing is accepted by a report that was not understood.</summary>
internal static class BaselineFiles
{
    /// <summary>A report of fifty thousand findings has about 100 MiB.</summary>
    private const int MaxMebibytes = 256;

    /// <exception cref="UsageException">It cannot be read, or is no report of this program.</exception>
    public static Baseline Read(string path, CliHost host) =>
        BaselineReader.Read(UserFiles.Read(path, host, MaxMebibytes, "report"), out var errors) ?? throw new UsageException(string.Join(Environment.NewLine, errors));
}
