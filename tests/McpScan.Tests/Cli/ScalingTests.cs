using System.Text.Json;

namespace McpScan.Tests.Cli;

/// <summary>Work grows with the input and not faster. Allocations are counted for the whole process, so nothing else may run meanwhile.</summary>
[Collection(nameof(Alone))]
public sealed class ScalingTests
{
    [Fact]
    public void ALargeClientFileAllocatesInProportion()
    {
        var entries = string.Join(",", Enumerable.Range(0, 8000).Select(i => $"\"s{i}\":{{\"command\":\"/opt/s{i}\"}}"));
        using var run = new CliRun().With(".mcp.json", $"{{\"mcpServers\":{{{entries}}}}}");
        var before = GC.GetTotalAllocatedBytes();
        run.Run("audit", "--format", "json").ShouldBeInRange(0, 3);
        JsonDocument.Parse(run.Output).RootElement.GetProperty("servers").GetArrayLength().ShouldBe(8000);

        // The report names every rule for every server, some 40 MB of JSON with 190 rules, and the buffers that take it double. Quadratic work would be gigabytes.
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(800_000_000L);
    }

    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;
}
