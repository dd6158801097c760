using McpScan.Modeling;
using McpScan.Tests.Modeling;
using McpScan.Text;

namespace McpScan.Tests.Discovery;

public class CaptureTests
{
    private const string Tool = """{"name":"add","description":"Adds.","inputSchema":{"type":"object"}}""";

    [Theory]
    [InlineData("a.json", """{"jsonrpc":"2.0","id":1,"result":{"tools":[TOOL],"resultType":"complete","ttlMs":0,"cacheScope":"private"}}""")]
    [InlineData("a.json", """{"tools":[TOOL]}""")]
    [InlineData("a.json", """[TOOL]""")]
    [InlineData("a.json", """TOOL""")]
    [InlineData("a.json", """{"result":{"tools":[TOOL]}}""")]
    [InlineData("a.json", """{"tools":{"add":{"description":"Adds.","inputSchema":{"type":"object"}}}}""")]
    [InlineData("a.json", """{"initialize":{"serverInfo":{"name":"s","version":"1"},"protocolVersion":"2025-06-18","capabilities":{}},"tools/list":{"tools":[TOOL]}}""")]
    [InlineData("a.json", """{"tools/list":{"jsonrpc":"2.0","id":1,"result":{"tools":[TOOL]}}}""")]
    [InlineData("a.json", """{"direction":"in","message":{"jsonrpc":"2.0","id":1,"result":{"tools":[TOOL]}}}""")]
    [InlineData("a.json", """[{"jsonrpc":"2.0","id":1,"method":"tools/list"},{"jsonrpc":"2.0","id":1,"result":{"tools":[TOOL]}}]""")]
    [InlineData("a.jsonl", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}\n{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[TOOL]}}\n")]
    [InlineData("a.sse", "event: message\ndata: {\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[TOOL]}}\n\n")]
    [InlineData("a.yaml", "tools:\n- name: add\n  description: Adds.\n  inputSchema: {type: object}\n")]
    [InlineData("capture", """{"tools":[TOOL]}""")]
    public void EverySpellingOfAToolsListIsRead(string path, string text)
    {
        var server = Take.Server(path, text.Replace("TOOL", Tool, StringComparison.Ordinal));

        server.Tools.ShouldHaveSingleItem().Values(ToolFields.Description).ShouldBe(["Adds."]);
    }

    [Theory]
    [InlineData("package.json", """{"tools":["a","b"]}""")]
    [InlineData("agent.json", """{"name":"agent","tools":["read","write"]}""")]
    [InlineData("list.json", """[{"name":"Ann","description":"a person"}]""")]
    [InlineData("x.json", """{"tools":null}""")]
    [InlineData("chat.json", """{"messages":[{"role":"user","content":"hi"}]}""")]
    [InlineData("schema.json", """{"type":"object","properties":{"tools":{"type":"array"}}}""")]
    [InlineData("reply.json", """{"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"42"}]}}""")]
    public void OtherDataIsNotTakenForACapture(string path, string text) => Take.Inventory((path, text)).Servers.ShouldBeEmpty();

    [Theory]
    [InlineData("tools.json", """{"tools":null}""")]
    [InlineData("weather.json", """{"server":{"name":"weather"},"tools":[]}""")]
    [InlineData("a.json", """{"jsonrpc":"2.0","id":1,"result":{"tools":[]}}""")]
    public void AnEmptyListIsACaptureWhereTheShapeOrTheNameSaysSo(string path, string text)
    {
        var inventory = Take.Inventory((path, text));

        inventory.Servers.ShouldHaveSingleItem().Tools.ShouldBeEmpty();
        inventory.Coverage.NotExamined.ShouldHaveSingleItem().Reason.ShouldContain("no tools/list");
    }

    [Fact]
    public void ATranscriptGivesServerInfoAndAllPages()
    {
        var server = Take.Server("session.jsonl", """
            {"jsonrpc":"2.0","id":0,"result":{"protocolVersion":"2025-11-25","capabilities":{"tools":{"listChanged":true}},"serverInfo":{"name":"shop","version":"3","title":"Shop"},"instructions":"Be kind."}}
            {"jsonrpc":"2.0","id":1,"result":{"tools":[{"name":"a","inputSchema":{"type":"object"}}],"nextCursor":"2"}}
            {"jsonrpc":"2.0","id":2,"result":{"tools":[{"name":"b","inputSchema":{"type":"object"}}]}}
            {"jsonrpc":"2.0","id":3,"result":{"prompts":[{"name":"p","description":"d"}]}}
            """);

        server.Name.Raw.ShouldBe("shop");
        server.Version.Raw.ShouldBe("3");
        server.Tools.Select(t => t.Name.Raw).ShouldBe(["a", "b"]);
        server.Of(SubjectKind.Prompt).ShouldHaveSingleItem();
        server.Self.Values(ServerFields.Instructions).ShouldBe(["Be kind."]);
        server.Self.Values(ServerFields.Title).ShouldBe(["Shop"]);
        server.Self.Select(ServerFields.Capability).ShouldHaveSingleItem().Key!.Value.ShouldBe("tools");
    }

    [Fact]
    public void AServerDiscoverResultCarriesItsServerInfoInMeta()
    {
        var server = Take.Server("discover.json", """
            {"jsonrpc":"2.0","id":0,"result":{"resultType":"complete","ttlMs":1,"cacheScope":"public","supportedVersions":["2026-07-28"],"capabilities":{"tools":{}},
             "_meta":{"io.modelcontextprotocol/serverInfo":{"name":"shop","version":"4"}}}}
            """);

        server.Name.Raw.ShouldBe("shop");
        server.Version.Raw.ShouldBe("4");
        server.Self.Values(ServerFields.ProtocolVersion).ShouldContain("2026-07-28");
    }

    [Fact]
    public void AMissingPageIsAnError() =>
        Take.Inventory(("tools.json", """{"tools":[{"name":"a","inputSchema":{}}],"nextCursor":"more"}"""))
            .Notices.ShouldHaveSingleItem().Severity.ShouldBe(NoticeSeverity.Error);

    [Fact]
    public void SeveralServersInOneFileAreKeptApart()
    {
        var list = Take.Inventory(("all.json", $$$"""{"github":{"tools":[{{{Tool}}}]},"slack":{"tools":[{{{Tool}}}]}}"""));
        list.Servers.Select(s => s.Id).ShouldBe(["all.json#github", "all.json#slack"]);

        var array = Take.Inventory(("all.json", $$"""[{"serverInfo":{"name":"a"},"tools":[{{Tool}}]},{"name":"b","tools":[{{Tool}}]}]"""));
        array.Servers.Select(s => s.Name.Raw).ShouldBe(["a", "b"]);

        var lines = Take.Inventory(("all.jsonl", $$"""{"server":{"name":"a"},"tools":[{{Tool}}]}""" + "\n" + $$"""{"server":{"name":"b"},"tools":[{{Tool}}]}"""));
        lines.Servers.Select(s => s.Id).ShouldBe(["all.jsonl#a", "all.jsonl#b"]);
    }
}
