using System.Text.Json;

namespace McpScan.Tests.Cli;

public sealed class CapabilitiesCommandTests
{
    private const string Desk = """
        { "tools": [
          { "name": "delete_file", "description": "Deletes a file.", "inputSchema": { "type": "object", "properties": { "path": { "type": "string", "pattern": "^/srv/desk/[a-z]+$" } } } },
          { "name": "fetch_url", "description": "Fetches a URL.", "inputSchema": { "type": "object", "properties": { "url": { "type": "string", "pattern": "^https://api\\.desk\\.example/" } } } },
          { "name": "send_email", "description": "Sends an e-mail." },
          { "name": "add", "description": "Adds two numbers." } ] }
        """;

    [Fact]
    public void The_table_fits_80_columns()
    {
        using var run = new CliRun().With("desk/tools.json", Desk);

        run.Run("capabilities", "desk").ShouldBe(0, run.Error);

        run.Output.Split('\n').ShouldAllBe(line => line.Length <= 80);
        run.Output.ShouldContain("changed  network  messages");
        run.Output.Split('\n').Single(line => line.StartsWith("  delete_file ", StringComparison.Ordinal)).ShouldContain("seen!");
        run.Output.ShouldContain("Nothing is declared or observed of 1 tool.");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public void Json_and_Markdown_have_the_same_cells()
    {
        using var run = new CliRun().With("desk/tools.json", Desk);

        run.Run("capabilities", "desk", "--format", "json").ShouldBe(0, run.Error);
        using var json = JsonDocument.Parse(run.Output);
        var tool = json.RootElement.GetProperty("servers")[0].GetProperty("tools")[0];
        tool.GetProperty("matrix").GetProperty("files-changed").GetProperty("standing").GetString().ShouldBe("observed");
        tool.GetProperty("matrix").GetProperty("files-changed").GetProperty("reversible").GetBoolean().ShouldBeFalse();

        run.Run("capabilities", "desk", "--format", "markdown").ShouldBe(0, run.Error);
        run.Output.ShouldContain("| <code>delete_file</code> | observed ! |");
    }

    [Fact]
    public void The_files_for_sandboxes_say_what_was_seen_and_pass_an_audit()
    {
        using var run = new CliRun().With("desk/tools.json", Desk);

        run.Run("capabilities", "desk", "--capgate", "out/capgate.json", "--toolhive", "out/profile.json").ShouldBe(0, run.Error);

        run.Read("out/capgate.json").ShouldContain("\"fs:delete:/srv/desk/**\"");
        run.Read("out/profile.json").ShouldContain("\"api.desk.example\"");
        run.Error.ShouldContain("mcpscan: capgate: the grammar has no word for message:send:");
        run.Error.ShouldContain("mcpscan: toolhive: the format has no word for message:send:");
        var (manifest, profile) = (run.Read("out/capgate.json"), run.Read("out/profile.json"));

        run.Run("audit", "out", "--fail-on", "high", "--format", "json").ShouldBe(0, run.Output);
        using var report = JsonDocument.Parse(run.Output);
        report.RootElement.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("kind").GetString()).ShouldBe(["capgate-manifest", "permission-profile"]);
        report.RootElement.GetProperty("notices").EnumerateArray().ShouldBeEmpty();

        run.Run("capabilities", "desk", "--capgate", "out/capgate.json", "--toolhive", "out/profile.json").ShouldBe(0);
        (run.Read("out/capgate.json"), run.Read("out/profile.json")).ShouldBe((manifest, profile));
    }

    [Fact]
    public void A_file_that_was_read_is_never_written_over()
    {
        using var run = new CliRun().With("desk/tools.json", Desk);

        run.Run("capabilities", "desk", "--capgate", "desk/tools.json").ShouldBe(2);

        run.Error.ShouldBe("mcpscan: 'desk/tools.json' is one of the files that were read, so it was left as it is. Name a file outside of them.\n");
        run.Read("desk/tools.json").ShouldBe(Desk);
    }

    [Fact]
    public void One_file_is_about_one_server()
    {
        using var run = new CliRun().With("mcp.json", """{ "mcpServers": { "a": { "command": "/opt/a" }, "b": { "command": "/opt/b" } } }""");

        run.Run("capabilities", "--capgate", "x.json").ShouldBe(2);
        run.Error.ShouldBe("mcpscan: --capgate writes a file about one server; name it with --server. There are 'mcp.json#a', 'mcp.json#b'.\n");

        run.Run("capabilities", "--capgate", "x.json", "--server", "c").ShouldBe(2);
        run.Error.ShouldBe("mcpscan: There is no server 'c'; there are 'mcp.json#a', 'mcp.json#b'.\n");

        run.Run("capabilities", "--capgate", "x.json", "--server", "b").ShouldBe(0, run.Error);
        run.Read("x.json").ShouldContain("\"name\": \"b\"");
    }

    [Theory]
    [InlineData(2, "There is no format 'html'; formats are console, json, markdown.", "capabilities", ".", "--format", "html")]
    [InlineData(3, "Nothing was found to audit", "capabilities", "empty", "--capgate", "x.json")]
    [InlineData(3, "tools.json", "capabilities", "broken")]
    public void What_is_wrong_is_said(int code, string error, params string[] args)
    {
        using var run = new CliRun().With("empty/notes.txt", "notes").With("broken/tools.json", """{ "tools": [ { "name": """);

        run.Run(args).ShouldBe(code);

        run.Error.ShouldContain(error);
        run.Exists("x.json").ShouldBeFalse();
    }
}
