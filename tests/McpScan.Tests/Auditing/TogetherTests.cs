using System.Text;
using McpScan.Auditing;
using McpScan.Discovery;

namespace McpScan.Tests.Auditing;

public class TogetherTests
{
    [Fact]
    public void AllServersOfAClientShareOneList()
    {
        var slots = Slots(4);
        slots.Where(s => s.Server is not null).ShouldAllBe(s => ReferenceEquals(s.Together, slots[0].Together));
        slots[0].Together.Select(s => s.Name.Raw).ShouldBe(["s0", "s1", "s2", "s3"]);
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
