using System.Text;
using McpScan.Auditing;
using McpScan.Discovery;
using McpScan.Modeling;
using McpScan.Rules;

namespace McpScan.Tests.Checks.Flows;

/// <summary>What can flow between the tools that one model can call: which path is shown, and what breaks it.</summary>
public sealed class ToxicFlowTests
{
    private const string Leaving = "MCPS5501";
    private const string Running = "MCPS5503";

    [Fact]
    public void The_path_is_shown_tool_by_tool()
    {
        var finding = Flows(Take([(".mcp.json", Client(("web", [FlowTools.Page]), ("book", [FlowTools.Contacts]), ("mail", [FlowTools.Send, FlowTools.Sum])))])).ShouldHaveSingleItem();

        finding.Rule.Id.ShouldBe(Leaving);
        finding.Message.ShouldBe("'claude-code' can be made to give private data away: web/fetch_page (text by strangers comes in), book/read_contacts (private data is read), mail/send_email (it can leave). Without web/fetch_page, or without the server web, no such path is left.");
        finding.Evidence.Raw.ShouldBe("send_email");
        finding.Related.Select(static related => related.Role).ShouldBe(["text by strangers comes in", "private data is read"]);
    }

    [Fact]
    public void One_tool_that_plays_every_part_is_no_flow_between_tools()
    {
        Flows(Take([(".mcp.json", Client(("a", [FlowTools.Inbox, FlowTools.Sum])))])).ShouldBeEmpty();
        Flows(Take([(".mcp.json", Client(("a", [FlowTools.Page]), ("b", [FlowTools.Sum])))])).ShouldBeEmpty();
    }

    [Fact]
    public void The_smallest_sets_are_the_smallest_of_all_that_break_every_path()
    {
        var random = new Random(20261128);
        var fired = 0;
        for (var run = 0; run < 150; run++)
        {
            var servers = Enumerable.Range(0, random.Next(1, 5))
                .Select(s => ($"s{s}", Enumerable.Range(0, random.Next(0, 3)).Select(t => FlowTools.Named(FlowTools.All[random.Next(FlowTools.All.Length)], $"{s}{t}")).ToArray()))
                .ToArray();
            var tools = servers.SelectMany(static server => server.Item2.Select(tool => (Server: server.Item1, Tool: tool))).ToArray();
            var smallest = Smallest(tools, static each => $"{each.Server}/{each.Tool.Name}");
            var finding = Flows(Take([(".mcp.json", Client(servers))])).Where(static finding => finding.Rule.Id == Leaving).ToList();
            if (smallest is null)
            {
                finding.ShouldBeEmpty();
                continue;
            }

            fired++;
            var (cut, from) = Cuts(finding.ShouldHaveSingleItem().Message);
            cut.Length.ShouldBe(smallest.Value);
            from.Length.ShouldBe(Smallest(tools, static each => each.Server)!.Value);
            Breaks(tools.Where(each => !cut.Contains($"{each.Server}/{each.Tool.Name}"))).ShouldBeTrue();
            Breaks(tools.Where(each => !from.Contains(each.Server))).ShouldBeTrue();
        }

        fired.ShouldBeInRange(30, 120);
    }

    [Fact]
    public void Captures_flow_into_each_other_only_together()
    {
        (string, string)[] files = [("web.json", Capture(FlowTools.Page)), ("shell.json", Capture(FlowTools.Shell))];

        Flows(Take(files)).ShouldBeEmpty();
        Flows(Take(files, together: true)).ShouldHaveSingleItem().Rule.Id.ShouldBe(Running);
    }

    [Theory]
    [InlineData("{ \"server\": \"web\" }, { \"server\": \"shell\" }", "", true)]
    [InlineData("{ \"server\": \"web\", \"tools\": [\"fetch_page\"] }, { \"server\": \"shell\", \"tools\": [\"run_*\"] }", "", true)]
    [InlineData("{ \"server\": \"web\", \"tools\": [\"fetch_page\"] }, { \"server\": \"shell\", \"tools\": [\"add\"] }", "", false)]
    [InlineData("{ \"server\": \"web\" }, { \"server\": \"shell\" }", "\"shell\"", false)]
    [InlineData("{ \"server\": \"web\" }", "\"shell\"", false)]
    [InlineData("{ \"server\": \"*\" }", "", true)]
    public void An_agent_has_the_tools_that_it_is_granted(string allowed, string denied, bool flows)
    {
        var found = Flows(Take(
        [
            ("gw/agents.json", $$"""{ "agents": { "clerk": { "description": "Answers.", "allowed_servers": [{{allowed}}], "denied_servers": [{{denied}}] } } }"""),
            ("gw/registry.yaml", "registry: {version: '1'}\nservers:\n  web: {owner: me, status: approved}\n  shell: {owner: me, status: approved}\n"),
            ("gw/captures/web.json", Capture(FlowTools.Page)),
            ("gw/captures/shell.json", Capture(FlowTools.Shell, FlowTools.Sum)),
        ]));

        found.Select(static finding => finding.Rule.Id).ShouldBe(flows ? [Running] : []);
    }

    [Fact]
    public void Servers_with_tools_of_one_name_are_both_seen_through_a_pattern()
    {
        var call = FlowTools.Shell with { Name = "call", Description = "Runs a shell command." };
        var found = Flows(Take(
        [
            ("gw/agents.yaml", "agents:\n  - name: clerk\n    allowed_servers: ['*', 'sh*']\n"),
            ("gw/registry.yaml", "registry: {version: '1'}\nservers:\n  pages: {owner: me}\n  shell: {owner: me}\n"),
            ("gw/pages.json", Capture(FlowTools.Page with { Name = "call" })),
            ("gw/shell.json", Capture(call)),
        ]));

        found.ShouldHaveSingleItem().Message.ShouldContain("Without pages/call, or without the server pages, ");
    }

    [Theory]
    [InlineData(".mcp.json", "captures/shell.json", true)]
    [InlineData("a/.vscode/mcp.json", "a/captures/shell.json", true)]
    [InlineData("a/.mcp.json", "b/shell.json", false)]
    public void A_capture_below_a_configuration_tells_the_tools_of_its_servers(string client, string capture, bool flows)
    {
        var report = Take(
        [
            (client, $$"""{ "{{(client.Contains("vscode", StringComparison.Ordinal) ? "servers" : "mcpServers")}}": { "web": { "command": "node", "args": ["w.js"], "tools": [{{FlowTools.Page}}] }, "shell": { "command": "node", "args": ["s.js"] } } }"""),
            (capture, Capture(FlowTools.Shell)),
        ]);

        Flows(report).Select(static finding => finding.Rule.Id).ShouldBe(flows ? [Running] : []);
        report.Coverage.NotExamined.Any(static gap => gap.Reason.StartsWith("flows between", StringComparison.Ordinal)).ShouldBe(!flows);
        OutcomeOf(report, Leaving).ShouldBe(flows ? Outcome.Clear : Outcome.Incomplete);
    }

    [Fact]
    public void Servers_that_nobody_captured_are_told_and_play_what_their_packages_are_for()
    {
        var report = Take([(".mcp.json", """
            { "mcpServers": {
              "fetch": { "command": "uvx", "args": ["mcp-server-fetch==2025.4.7"] },
              "files": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "/srv/docs"] },
              "own": { "command": "node", "args": ["own.js"] } } }
            """)]);

        var finding = Flows(report).ShouldHaveSingleItem();
        finding.Message.ShouldContain("fetch/* (text by strangers comes in), files/* (private data is read), fetch/* (it can leave). Without fetch/*, or");
        finding.Evidence.Raw.ShouldBe("mcp-server-fetch");
        report.Coverage.NotExamined.ShouldContain(new CoverageGap(".mcp.json", "flows between the servers of an agent: not all of their tools are among the inputs"));
        OutcomeOf(report, Leaving).ShouldBe(Outcome.Fired);
        OutcomeOf(report, Running).ShouldBe(Outcome.Incomplete);
    }

    [Fact]
    public void Three_hundred_servers_of_a_hundred_tools_give_one_short_finding()
    {
        var servers = Enumerable.Range(0, 300)
            .Select(s => ($"s{s}", Enumerable.Range(0, 100).Select(t => FlowTools.Named(FlowTools.All[(s + t) % FlowTools.All.Length], $"{s}x{t}")).ToArray()))
            .ToArray();

        var inventory = InventoryBuilder.Build([File(".mcp.json", Client(servers))], new InventoryOptions());
        var reach = Auditor.Slots(inventory).FindAll(static slot => slot.Agent is not null);
        var answer = Auditor.Ask(reach, new CompiledRules(RuleSet.BuiltIn.Rules)).ShouldHaveSingleItem();
        var hit = answer.Detections.Single(static detection => detection.Rule.Id == Leaving).Hits[0];
        hit.Values["cut"].ShouldEndWith(" and 9995 more");
        hit.Values["servers"].ShouldEndWith(" and 295 more");
    }

    [Fact]
    public void Agents_that_reach_more_than_anybody_waits_for_are_told()
    {
        var agents = string.Concat(Enumerable.Range(0, 300).Select(static i => $"  - {{name: a{i}, allowed_servers: ['*']}}\n"));
        var names = string.Concat(Enumerable.Range(0, 100).Select(static i => $"  s{i}: {{owner: me, tools: [{string.Join(", ", Enumerable.Range(0, 100).Select(static t => $"t{t}"))}]}}\n"));
        var inventory = InventoryBuilder.Build([File("gw/gateway.yaml", $"registry: {{version: '1'}}\nservers:\n{names}agents:\n{agents}")], new InventoryOptions());

        inventory.Agents.Count(static agent => agent.IsBeyondBounds).ShouldBe(102);
        inventory.Notices.ShouldHaveSingleItem().Message.ShouldBe("The agents of this run reach more than 2000000 tools together; flows within the reach of the last 102 of them were not examined.");
        inventory.Agents.Where(static agent => agent.IsBeyondBounds).ShouldAllBe(static agent => ReachModeler.Of(agent) == null);
    }

    /// <summary>By trying every set: the size of the smallest one without which nothing private can leave; null where nothing can.</summary>
    private static int? Smallest((string Server, FlowTool Tool)[] tools, Func<(string Server, FlowTool Tool), string> name)
    {
        if (Breaks(tools))
        {
            return null;
        }

        var names = tools.Select(name).Distinct().ToArray();
        return Enumerable.Range(0, 1 << names.Length)
            .Where(set => Breaks(tools.Where(each => (set >> Array.IndexOf(names, name(each)) & 1) == 0)))
            .Min(static set => int.PopCount(set));
    }

    private static bool Breaks(IEnumerable<(string Server, FlowTool Tool)> left) => !"UPO".All(part => left.Any(each => each.Tool.Parts.Contains(part, StringComparison.Ordinal)));

    private static (string[] Cut, string[] Servers) Cuts(string message)
    {
        var words = message[(message.IndexOf(". Without ", StringComparison.Ordinal) + 10)..].Split(", or without the server ");
        return (words[0].Split(", "), words[1][..words[1].IndexOf(", no such path", StringComparison.Ordinal)].Split(", "));
    }

    private static Outcome OutcomeOf(AuditReport report, string rule) => report.Rules.Single(result => result.Rule.Id == rule).Outcome;

    private static List<Finding> Flows(AuditReport report) => [.. report.Findings.Where(static finding => finding.Rule.Family == "toxic-flow")];

    private static AuditReport Take((string Path, string Text)[] files, bool together = false) =>
        Auditor.Audit(InventoryBuilder.Build(files.Select(static file => File(file.Path, file.Text)), new InventoryOptions { Together = together }), RuleSet.BuiltIn, new AuditOptions());

    private static InputFile File(string path, string text) => InputFile.FromBytes(path, Encoding.UTF8.GetBytes(text));

    private static string Client(params (string Name, FlowTool[] Tools)[] servers) =>
        $$"""{ "mcpServers": { {{string.Join(", ", servers.Select(static server => $$"""  "{{server.Name}}": { "command": "node", "args": ["x.js"], "tools": [{{string.Join<FlowTool>(", ", server.Tools)}}] }"""))}} } }""";

    private static string Capture(params FlowTool[] tools) => $$"""{ "tools": [{{string.Join<FlowTool>(", ", tools)}}] }""";
}
