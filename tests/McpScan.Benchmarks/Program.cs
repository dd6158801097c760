using BenchmarkDotNet.Running;
using McpScan.Benchmarks;

// docs/performance.md says how to measure.
switch (args)
{
    case ["peak"]:
        Console.WriteLine(PeakMemory.Report());
        break;
    case ["parse", var folder]:
        Console.WriteLine(Throughput.Parse(folder));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
