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
}
