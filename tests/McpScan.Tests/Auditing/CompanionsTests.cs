using System.Text;
using McpScan.Auditing;
using McpScan.Discovery;

namespace McpScan.Tests.Auditing;

public class CompanionsTests
{
    [Fact]
    public void EachServerHasTheOthersOfItsClient()
    {
        var slots = Slots(4);
        slots.Where(s => s.Subject.Kind == McpScan.Modeling.SubjectKind.Server)
            .ShouldAllBe(s => s.Together.Count == 3 && s.Together.Distinct().Count() == 3 && !s.Together.Contains(s.Server!));
    }

    [Fact]
    public void AClientWithThousandsOfServersTakesMemoryInProportion()
    {
        var inventory = Inventory(4000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Auditor.Slots(inventory).ShouldNotBeEmpty();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4_000_000L);
    }

    private static List<Slot> Slots(int servers) => Auditor.Slots(Inventory(servers));

    private static McpScan.Modeling.Inventory Inventory(int servers)
    {
        var entries = string.Join(",", Enumerable.Range(0, servers).Select(i => $"\"s{i}\":{{\"command\":\"/opt/s{i}\"}}"));
        var file = InputFile.FromBytes(".mcp.json", Encoding.UTF8.GetBytes($"{{\"mcpServers\":{{{entries}}}}}"));
        return InventoryBuilder.Build([file], new InventoryOptions());
    }
}
