using System.Diagnostics;
using System.Globalization;

namespace McpScan.Benchmarks;

/// <summary>The largest working set of one audit process over many servers.</summary>
internal static class PeakMemory
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    public static string Report()
    {
        using var process = Process.Start(new ProcessStartInfo(Workload.Scanner, ["audit", Workload.ManyServers()])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        while (!process.HasExited)
        {
            process.Refresh();
            try
            {
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It ended between the question and the answer; the last figure stands.
            }

            Thread.Sleep(Interval);
        }

        output.GetAwaiter().GetResult();
        return string.Create(CultureInfo.InvariantCulture, $"peak working set: {peak / (1024.0 * 1024.0):F1} MiB (exit code {process.ExitCode})");
    }
}
