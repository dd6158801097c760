using BenchmarkDotNet.Running;
using McpScan.Benchmarks;

// dotnet run -c Release --project tests/McpScan.Benchmarks -- --filter '*'
// An own folder to measure on: MCPSCAN_BENCHMARK_FOLDER. "peak" prints the peak memory of one audit of it.
if (args is ["peak"])
{
    Console.WriteLine(PeakMemory.Report());
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
