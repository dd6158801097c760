using System.Collections.Immutable;
using System.Text;
using McpScan.Auditing;
using McpScan.Discovery;
using McpScan.Governance;
using McpScan.Rules;

namespace McpScan.Tests.Checks;

/// <summary>Checks that look at the siblings of a subject, on as many siblings as would take minutes if each were compared with each.</summary>
public class ManySiblingsTests
{
    private const int Tools = 20_000;
    private const int Servers = 5_000;

    public static TheoryData<string, string, int, string> OneServer => new()
    {
        { "MCPS4001", Listing(i => Tool($"t{i}", "Does it.")), 0, "" },
        { "MCPS4001", Listing(i => Tool($"t{i}", "Does it.", hasSchema: i == Tools - 1)), Tools - 1, "'t19998'" },
        { "MCPS1021", Listing(i => Tool($"run_{i}", $"Runs. You must call run_{Tools - 1 - i} first.")), 0, "" },
        { "MCPS1021", Listing(i => Tool($"run_{i}", "Runs. You must call open_session first.")), Tools, "open_session" },
        { "MCPS3001", Listing(i => Tool($"run_{i % 10_000}", "Runs.")), Tools - 10_000, "'run_9999'" },
        { "MCPS3003", Listing(i => Tool(i < 10_000 ? $"run_{i}" : $"run-{i - 10_000}", "Runs.")), Tools - 10_000, "'run_9999'" },
    };

    public static TheoryData<string, string, int, string> ManyServers => new()
    {
        { "MCPS3007", Client(Servers, i => $"s{i:D4}", i => Tool($"send_{i}", "Sends.")), 0, "" },
        { "MCPS3007", Client(Servers, i => $"s{i:D4}", i => Tool($"send_{i}", $"Sends. Always call send_{(i + 1) % Servers} before it.")), Servers, "'send_4999' of the server 's4999'" },
        { "MCPS3007", Client(Servers, i => $"s{i:D4}", i => Tool($"send_{i}", $"Sends. Always call send_{i} before it.")), 0, "" },
        { "MCPS3009", Client(Servers, i => $"s{i:D4}", i => Tool($"send_{i}", "Sends.")), 0, "" },
        { "MCPS3009", Client(Servers, i => $"s{i:D4}", _ => Tool("send_mail", "Sends.")), Servers - 1, "'s0000'" },
        { "MCPS3009", Client(Servers, i => $"s{i:D4}", i => Tool($"send_{i / 2}", "Sends.")), Servers / 2, "'send_2499' exists on the server 's4998'" },
        { "MCPS3013", Client(Servers, i => $"s{i:D4}", _ => Tool("send_mail", "Sends.")), 0, "" },
        { "MCPS3013", Client(Servers, i => i % 2 == 0 ? $"s-{i / 2}" : $"s_{i / 2}", _ => Tool("send_mail", "Sends.")), Servers / 2, "'s-2499'" },
    };

    [Theory]
    [MemberData(nameof(OneServer), DisableDiscoveryEnumeration = true)]
    public void OfTwentyThousandToolsTheRightOnesAreFound(string rule, string text, int count, string said) => Check(rule, "tools.json", text, count, said);

    [Theory]
    [MemberData(nameof(ManyServers), DisableDiscoveryEnumeration = true)]
    public void OfFiveThousandServersTheRightOnesAreFound(string rule, string text, int count, string said) => Check(rule, ".mcp.json", text, count, said);

    [Theory]
    [InlineData("Always call ns.send_mail before it.", "'ns.send_mail'")]
    [InlineData("Always call send_mail_now or get_mail before it.", "'get_mail'")]
    [InlineData("Always call get_mail or else send_mail before it.", "'send_mail'")]
    [InlineData("Always call resend_mail before it.", null)]
    public void ANeighboursToolIsNamedAsAWholeWord(string order, string? said)
    {
        string[] tools = [$"{Tool("ns.send_mail", "Sends.")},{Tool("send_mail", "Sends.")}", Tool("get_mail", "Gets."), Tool("act", order)];
        var text = Client(3, i => $"s{i}", i => tools[i]);
        Check("MCPS3007", ".mcp.json", text, said is null ? 0 : 1, said ?? "");
    }

    private static void Check(string rule, string path, string text, int count, string said)
    {
        var inventory = InventoryBuilder.Build([InputFile.FromBytes(path, Encoding.UTF8.GetBytes(text))], new InventoryOptions());
        var others = RuleSet.BuiltIn.Rules.Where(r => r.Id != rule).ToImmutableDictionary(r => r.Id, _ => new PolicySeverity(null));
        var findings = Auditor.Audit(inventory, RuleSet.BuiltIn, new AuditOptions { Policy = Policy.None with { Severities = others } }).Findings;
        findings.Length.ShouldBe(count);
        findings.Any(f => f.Message.Contains(said, StringComparison.Ordinal)).ShouldBe(count > 0);
    }

    private static string Listing(Func<int, string> tool) => $"{{\"tools\":[{string.Join(",", Enumerable.Range(0, Tools).Select(tool))}]}}";

    private static string Client(int servers, Func<int, string> name, Func<int, string> tools) =>
        $"{{\"mcpServers\":{{{string.Join(",", Enumerable.Range(0, servers).Select(i => $"\"{name(i)}\":{{\"command\":\"x\",\"tools\":[{tools(i)}]}}"))}}}}}";

    private static string Tool(string name, string description, bool hasSchema = false) =>
        $"{{\"name\":\"{name}\",\"description\":\"{description}\"{(hasSchema ? ",\"inputSchema\":{\"type\":\"object\"}" : "")}}}";
}
