using McpScan.Discovery;
using McpScan.Modeling;
using McpScan.Tests.Modeling;

namespace McpScan.Tests.Discovery.Joining;

public class ServerJoinerTests
{
    private const string ToolsA = """{"tools":[{"name":"a","description":"A."}]}""";
    private const string ToolsB = """{"tools":[{"name":"b","description":"B."}]}""";
    private const string Prompts = """{"prompts":[{"name":"p","description":"P."}]}""";
    private const string Registry = """{"name":"io.github.a/weather","description":"W.","version":"1.0.0","packages":[{"registryType":"npm","identifier":"@a/weather","version":"1.0.0","transport":{"type":"stdio"}}]}""";

    private static string[] Joined(params (string Path, string Text)[] files) =>
        [.. Take.Inventory(files).Servers.Select(s => $"{s.Id} ({s.Name}): {string.Join(' ', s.Subjects.Skip(1).Select(x => x.Id[(s.Self.Id.Length + 1)..]))}")];

    [Fact]
    public void GenericCapturesOfAFolderAreOneServerNamedByTheFolder() =>
        Joined(("w/tools.json", ToolsA), ("w/prompts.json", Prompts)).ShouldBe(["w (w): tool:a prompt:p"]);

    [Fact]
    public void ServerInfoNamesTheJoinedCaptures() =>
        Joined(("w/initialize.json", """{"serverInfo":{"name":"wx","version":"1"},"protocolVersion":"2025-06-18","capabilities":{}}"""), ("w/tools.json", ToolsA)).ShouldBe(["w (wx): tool:a"]);

    [Fact]
    public void CapturesWithNamesOfTheirOwnAreServersOfTheirOwn() =>
        Joined(("w/github.json", ToolsA), ("w/slack.json", ToolsB)).ShouldBe(["w/github.json (github): tool:a", "w/slack.json (slack): tool:b"]);

    [Fact]
    public void TheSameListUnderOneServerInfoTwiceIsNotMerged() =>
        Joined(("v1.json", """{"server":{"name":"s"},"tools":[{"name":"a","description":"A."}]}"""), ("v2.json", """{"server":{"name":"s"},"tools":[{"name":"a","description":"B."}]}"""))
            .ShouldBe(["v1.json (s): tool:a", "v2.json (s): tool:a"]);

    [Fact]
    public void DifferentServerInfosInGenericFilesAreKeptApart() =>
        Joined(("w/tools.json", """{"server":{"name":"x"},"tools":[{"name":"a","description":"A."}]}"""), ("w/tools-2.json", """{"server":{"name":"y"},"tools":[{"name":"b","description":"B."}]}"""))
            .Length.ShouldBe(2);

    [Fact]
    public void AFolderOfManifestAndCaptureIsOneServerAndTheManifestNamesIt() =>
        Joined(("w/server.json", Registry), ("w/tools.json", ToolsA), ("w/Dockerfile", "FROM node:20\n"))
            .ShouldBe(["w (io.github.a/weather): tool:a package:@a/weather package:dockerfile"]);

    [Fact]
    public void AManifestUnderDotMcpBelongsToItsParent() =>
        Joined(("w/.mcp/server.json", Registry), ("w/tools.json", ToolsA)).ShouldBe(["w (io.github.a/weather): tool:a package:@a/weather"]);

    [Fact]
    public void TwoManifestsOfOneKindInAFolderAreTwoServers() =>
        Joined(("one.server.json", Registry), ("two.server.json", Registry.Replace("weather", "news", StringComparison.Ordinal)))
            .ShouldBe(["one.server.json (io.github.a/weather): package:@a/weather", "two.server.json (io.github.a/news): package:@a/news"]);

    [Fact]
    public void AnIdentityJoinsAcrossFolders() =>
        Joined(("meta/server.json", Registry), ("pkg/package.json", """{"name":"@a/weather","version":"1.0.0","mcpName":"io.github.a/weather","dependencies":{"@modelcontextprotocol/sdk":"^1"}}"""), ("pkg/tools.json", ToolsA))
            .ShouldHaveSingleItem().ShouldStartWith("meta (io.github.a/weather): tool:a package:");

    [Fact]
    public void TwoCopiesOfOneIdentityAreKeptApart() =>
        Joined(("a/server.json", Registry), ("b/server.json", Registry)).Length.ShouldBe(2);

    [Fact]
    public void EntriesOfOneNameGetIdsOfTheirOwn()
    {
        var server = Take.Server("tools.json", """{"tools":[{"name":"a","description":"1"},{"name":"a","description":"2"},{"name":"a~2","description":"3"}]}""");
        server.Tools.Select(t => t.Id).ShouldBe(["server:tools.json/tool:a", "server:tools.json/tool:a~2", "server:tools.json/tool:a~2~2"]);
    }

    [Fact]
    public void ASupplementWithoutAServerIsAGap()
    {
        var inventory = Take.Inventory(("web/Dockerfile", "FROM nginx\n"));

        inventory.Servers.ShouldBeEmpty();
        inventory.Inputs.ShouldBeEmpty();
        inventory.Coverage.NotExamined.ShouldHaveSingleItem().Path.ShouldBe("web/Dockerfile");
    }

    [Fact]
    public void IdsShowWhatANameHidesAndStayShort()
    {
        var server = Take.Server("tools.json", $$"""{"tools":[{"name":"a\u202Eb\u0007","description":"d"},{"name":"{{new string('x', 5000)}}","description":"d"}]}""");

        server.Subjects[1].Id.ShouldEndWith("/tool:a⟨U+202E⟩b⟨U+0007⟩");
        server.Subjects[2].Id.Length.ShouldBeLessThan(400);
        server.Subjects[2].Location.LogicalPath.Length.ShouldBeLessThan(400);
    }

    [Fact]
    public void TogetherPutsAllServersInOneGroup()
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(ToolsA);
        InventoryBuilder.Build([McpScan.Discovery.InputFile.FromBytes("a.json", bytes), McpScan.Discovery.InputFile.FromBytes("b.json", bytes)], new InventoryOptions { Together = true }).Servers.Select(s => s.Group).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
    }
}
