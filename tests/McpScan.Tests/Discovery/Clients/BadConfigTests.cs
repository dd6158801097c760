using System.Text;
using System.Text.Json;
using McpScan.Tests.Cli;

namespace McpScan.Tests.Discovery.Clients;

/// <summary>What people do to configurations: each is read as the client reads it, or the audit says that it could not and is no pass.</summary>
public sealed class BadConfigTests
{
    private const string Launch = """{"command": "sudo", "args": ["/opt/lab"]}""";

    public static TheoryData<string, string> Readable => new()
    {
        { "comments and trailing commas", "{/* all */ \"mcpServers\": {\n// the lab\n\"lab\": " + Launch + ",\n},}" },
        { "a byte-order mark", "\uFEFF{\"mcpServers\": {\"lab\": " + Launch + "}}" },
        { "a server twice", "{\"mcpServers\": {\"lab\": {\"command\": \"/opt/lab\"}, \"lab\": " + Launch + "}}" },
        { "a server twice, the bad one first", "{\"mcpServers\": {\"lab\": " + Launch + ", \"lab\": {\"command\": \"/opt/lab\"}}}" },
        { "a root key of another client", "{\"servers\": {\"lab\": " + Launch + "}}" },
        { "unknown keys beside the known", "{\"theme\": [1, {\"a\": null}], \"mcpServers\": {\"lab\": " + Launch + "}, \"zzz\": 3}" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void Is_read_as_clients_read_it(string what, string text)
    {
        using var run = new CliRun().With(".cursor/mcp.json", Encoding.UTF8.GetBytes(text));

        run.Run("audit", "--format", "json").ShouldBe(1, what);

        Findings(run).ShouldContain("elevated-start", what);
        if (what.StartsWith("a server twice", StringComparison.Ordinal))
        {
            Findings(run).ShouldContain(name => name.StartsWith("duplicate-", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(".cursor/mcp.json", """{"mcpserver": {"lab": {"command": "sudo", "args": ["x"], "nested": {}}}}""", "none of the root keys")]
    [InlineData(".vscode/mcp.json", """{"version": 3, "providers": [{"run": "x"}]}""", "none of the root keys")]
    [InlineData("Claude/claude_desktop_config.json", """[1, 2]""", "none of the root keys")]
    [InlineData(".cursor/mcp.json", """{"mcpServers": {"lab": {"command": "x"}""", "closed")]
    public void Is_said_and_no_pass(string path, string text, string words)
    {
        // Beside a configuration that is fine.
        using var run = new CliRun().With(path, text).With("other/.cursor/mcp.json", """{"mcpServers": {"a": {"command": "/opt/a"}}}""");

        run.Run("audit", "--format", "json").ShouldBe(3);

        run.Error.ShouldContain(path);
        run.Error.ShouldContain(words);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("{}")]
    [InlineData("// nothing yet\n")]
    public void An_empty_file_starts_nothing_and_alone_is_no_audit(string text)
    {
        using var run = new CliRun().With(".cursor/mcp.json", text);
        run.Run("audit", "--format", "json").ShouldBe(3);
        run.Error.ShouldContain("Nothing was found to audit");

        run.With("other/.cursor/mcp.json", """{"mcpServers": {"a": {"command": "/opt/a"}}}""");
        run.Run("audit", "--format", "json").ShouldBe(0);
        JsonDocument.Parse(run.Output).RootElement.GetProperty("coverage").GetProperty("notExamined").EnumerateArray()
            .ShouldContain(gap => gap.GetProperty("path").GetString() == ".cursor/mcp.json");
    }

    [Theory]
    [InlineData(".vscode/settings.json", """{"editor.fontSize": 12}""")]
    [InlineData(".zed/settings.json", """{"theme": "One"}""")]
    [InlineData(".codex/config.toml", "model = \"x\"")]
    public void Settings_without_servers_are_no_trouble(string path, string text)
    {
        using var run = new CliRun().With(path, text).With("other/.cursor/mcp.json", """{"mcpServers": {"a": {"command": "/opt/a"}}}""");
        run.Run("audit", "--format", "json").ShouldBe(0);
        run.Error.ShouldBeEmpty();
    }

    private static List<string> Findings(CliRun run) =>
        JsonDocument.Parse(run.Output).RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("ruleName").GetString()!).ToList();
}
