using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace McpScan.Benchmarks;

/// <summary>A whole process from start to exit: an audit of one server with all rules, beside a program that does nothing.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 2, iterationCount: 20)]
public class ColdStart
{
    [Benchmark(Baseline = true)]
    public int EmptyProgram() => Run(Workload.Empty);

    [Benchmark]
    public int AuditOfOneServer() => Run(Workload.Scanner, "audit", Workload.OneServer);

    internal static int Run(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, UseShellExecute = false })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
