using McpScan.Discovery;
using McpScan.Modeling;
using McpScan.Tests.Modeling;

namespace McpScan.Tests.Discovery.Joining;

public class InventoryBuilderTests
{
    private const string Weather = """
        {"server":{"name":"weather","version":"1.2.0"},
         "tools":[{"name":"forecast","description":"Tells the weather.","inputSchema":{"type":"object","properties":{"city":{"type":"string","description":"The city."}}}}]}
        """;

    [Fact]
    public void ACaptureIsAServerNamedByItsServerInfo()
    {
        var inventory = Take.Inventory(("a/weather-server.json", Weather), ("a/notes.md", "# Notes"));

        var server = inventory.Servers.ShouldHaveSingleItem();
        server.Id.ShouldBe("a/weather-server.json");
        server.Name.Raw.ShouldBe("weather");
        server.Version.Raw.ShouldBe("1.2.0");
        server.Group.ShouldBeNull();
        server.Self.Values(ServerFields.ToolName).ShouldBe(["forecast=forecast"]);
        var tool = server.Tools.ShouldHaveSingleItem();
        tool.Id.ShouldBe("server:a/weather-server.json/tool:forecast");
        tool.Location.LogicalPath.ShouldBe("server:weather/tool:forecast");
        tool.Location.GetText().ShouldBe("\"forecast\"");
        tool.Values(ToolFields.ParameterDescription).ShouldBe(["city=The city."]);
        var input = inventory.Inputs.ShouldHaveSingleItem();
        input.Path.ShouldBe("a/weather-server.json");
        input.Kind.ShouldBe("tools-list");
        input.Sha256.ToString().Length.ShouldBe(64);
        inventory.Coverage.NotExamined.ShouldBe([new CoverageGap("a/notes.md", "documentation")]);
        inventory.Notices.ShouldBeEmpty();
    }

    [Fact]
    public void OneNameForTwoServersIsMarkedWhereBothAreReadTogether()
    {
        const string One = """{"mcpServers": {"lab": {"command": "npx", "args": ["-y", "lab-mcp@1.0.0"]}}}""";
        const string Two = """{"mcpServers": {"lab": {"command": "npx", "args": ["-y", "other-lab@1.0.0"]}}}""";

        // The same repository, by two clients.
        Marked(false, ("repo/.cursor/mcp.json", One), ("repo/.mcp.json", Two)).ShouldBe(["repo/.mcp.json#lab"]);
        Marked(false, ("repo/.cursor/mcp.json", One), ("repo/.mcp.json", One)).ShouldBeEmpty();

        // Two repositories that lie side by side.
        Marked(false, ("a/.cursor/mcp.json", One), ("b/.cursor/mcp.json", Two)).ShouldBeEmpty();
        Marked(true, ("a/.cursor/mcp.json", One), ("b/.cursor/mcp.json", Two)).ShouldBe(["b/.cursor/mcp.json#lab"]);

        // Files that no client reads.
        Marked(false, ("x/one.json", One), ("x/two.json", Two)).ShouldBeEmpty();

        static IEnumerable<string> Marked(bool together, params (string Path, string Text)[] files) => InventoryBuilder
            .Build(files.Select(f => InputFile.FromBytes(f.Path, System.Text.Encoding.UTF8.GetBytes(f.Text))), new InventoryOptions { Together = together })
            .Servers.Where(s => s.Self.First(ServerFields.OtherDefinition) is not null).Select(s => s.Id);
    }
}
