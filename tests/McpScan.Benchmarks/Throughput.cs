using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using McpScan.Auditing;
using McpScan.Discovery;
using McpScan.Modeling;
using McpScan.Reporting.Json;
using McpScan.Rules;

namespace McpScan.Benchmarks;

/// <summary>Many servers in one process: an audit with its JSON report, beside reading and <see cref="JsonDocument"/>-parsing the same files.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 5, warmupCount: 0, iterationCount: 1)]
[MemoryDiagnoser]
public class Throughput
{
    private string _folder = "";

    [GlobalSetup]
    public void Prepare() => _folder = Workload.ManyServers();

    [Benchmark(Baseline = true)]
    public int ReadAndParse()
    {
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(_folder, "*.json", SearchOption.AllDirectories))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            count += document.RootElement.ValueKind == JsonValueKind.Object ? 1 : 0;
        }

        return count;
    }

    [Benchmark]
    public int Audit()
    {
        var report = Auditor.Audit(InventoryBuilder.Build([_folder], new InventoryOptions { CurrentDirectory = _folder }), RuleSet.BuiltIn, new AuditOptions());
        new JsonRenderer().Render(report, Stream.Null);
        return report.Servers.Length;
    }
}
