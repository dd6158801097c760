using System.Diagnostics;
using McpScan.Discovery;
using McpScan.Discovery.Recognisers;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Discovery.Clients;

/// <summary>Configurations that are not what they should be: nothing is thrown, nothing that can be read is lost, nothing takes long.</summary>
public sealed class HostileClientConfigTests
{
    [Theory]
    [InlineData("""{"mcpServers": null}""")]
    [InlineData("""{"mcpServers": {}}""")]
    [InlineData("""{"mcpServers": []}""")]
    [InlineData("""{"mcpServers": [null, 1, "x", [], {}]}""")]
    [InlineData("""{"mcpServers": {"a": null, "b": 1, "c": [], "d": "https://h", "e": {}}}""")]
    [InlineData("""{"mcpServers": {"a": {"command": null, "args": null, "env": null}}}""")]
    [InlineData("""{"mcpServers": {"a": {"command": 5, "args": 5, "env": 5, "url": 5, "headers": 5, "tools": 5, "transport": 5}}}""")]
    [InlineData("""{"mcpServers": {"a": {"command": {}, "args": {}, "env": {"A": {}}, "url": {}, "headers": [], "tools": {}, "transport": {"transport": {}}}}}""")]
    [InlineData("""{"mcpServers": {"a": {"command": [], "args": [[["x"]], {"y": 1}, null, true], "env": ["A=1", "B", {}, {"name": "C"}]}}}""")]
    [InlineData("""{"mcpServers": {"a": {"command": {"command": {"command": "x"}}}}}""")]
    [InlineData("""{"mcpServers": {"a": {"command": "'\"unbalanced `$( | ; &&", "args": ["-", "--", "=", "-=", "--=", "@", "\u0000"]}}}""")]
    [InlineData("""{"mcpServers": {"": {"command": ""}, "": {"command": ""}}}""")]
    [InlineData("""{"mcpServers": {"a": {"command": "docker", "args": ["run", "-v", ":", "-v", "", "-e", "=", "-e", "", "--mount", ",,src=", "@", ":"]}}}""")]
    [InlineData("""{"servers": {"a": {"command": "x"}}, "inputs": {"a": 1}}""")]
    [InlineData("""{"mcpServers": {"a": {"command": "x"}}, "inputs": [null, {}, {"id": null}], "projects": [1], "plugins": {"a": 1}, "customizations": {"vscode": 1}, "hooks": [[["x"]]]}""")]
    [InlineData("""{"mcpServers": {"a": {"command": "pwsh", "args": ["-enc", "!!!"]}}}""")]
    public void ReadsWhatItCan(string text) => Recognise("mcp.json", text)!.Kind.ShouldBe("client-config/generic");

    [Theory]
    [InlineData("package.json", """{"name": "x", "mcp": {"a": 1}}""")]
    [InlineData("servers.json", """{"servers": [{"name": "a/b", "description": "x"}]}""")]
    [InlineData("registry.json", """{"servers": {"a": {"image": "i", "command": "x"}}}""")]
    [InlineData("any.json", """{"a": {"command": "x"}}""")]
    [InlineData("mcp.json", """{"a": {"command": "x"}, "b": {"c": 1}}""")]
    [InlineData("settings.json", """{"permissions": {"allow": ["x"]}}""")]
    [InlineData("x.json", "[]")]
    [InlineData("x.json", "1")]
    [InlineData("x.json", "")]
    public void LeavesOtherFormatsAlone(string path, string text) => Recognise(path, text).ShouldBeNull();

    [Fact]
    public void StandsAliasesThatUnfoldWithoutEnd()
    {
        var arguments = string.Join(", ", Enumerable.Repeat("x", 20_000));
        var servers = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"  s{i}: *a\n"));
        var watch = Stopwatch.StartNew();
        var model = Recognise("mcp.yaml", $"base: &a {{command: y, args: [{arguments}]}}\nmcpServers:\n{servers}")!;

        model.Notices.ShouldContain(notice => notice.Severity == NoticeSeverity.Error);
        model.Servers.Length.ShouldBeLessThan(100);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void TellsEverythingOfAnEntryThatIsNeitherLaunchNorRemote()
    {
        var server = Recognise("mcp.json", """{"mcpServers": {"a": {"note": "read this"}}}""")!.Servers.ShouldHaveSingleItem();
        server.Subjects.ShouldBeEmpty();
        server.Entries.Select(entry => $"{entry.Field}={entry.Node}").ShouldBe(["name=a", "other=note", "other=read this"]);
    }

    private static ArtifactModel? Recognise(string path, string text)
    {
        var source = new SourceText(path, text);
        var document = path.EndsWith(".yaml", StringComparison.Ordinal) ? YamlReader.Read(source) : JsonReader.Read(source);
        return new ClientConfigRecogniser().Recognise(new Artifact(path, "", document));
    }
}
