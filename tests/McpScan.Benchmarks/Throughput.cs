using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace McpScan.Benchmarks;

/// <summary>A whole process over many servers, beside one that only reads and <see cref="JsonDocument"/>-parses the same files.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 2, iterationCount: 15)]
public class Throughput
{
    private string _folder = "";

    [GlobalSetup]
    public void Prepare() => _folder = Workload.ManyServers();

    [Benchmark(Baseline = true)]
    public int ReadAndParse() => ColdStart.Run(Workload.Parser, "parse", _folder);

    [Benchmark]
    public int Audit() => ColdStart.Run(Workload.Scanner, "audit", _folder);

    /// <summary>What the process of the base line does.</summary>
    internal static int Parse(string folder)
    {
        var objects = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            objects += document.RootElement.ValueKind == JsonValueKind.Object ? 1 : 0;
        }

        return objects;
    }
}
