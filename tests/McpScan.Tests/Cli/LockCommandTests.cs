namespace McpScan.Tests.Cli;

public sealed class LockCommandTests
{
    private const string Tools = """{ "tools": [{ "name": "t", "description": "Reads notes." }] }""";

    [Fact]
    public void A_lock_is_written_beside_what_it_pins_and_is_no_part_of_it()
    {
        using var run = new CliRun().With("tools.json", Tools);

        run.Run("lock").ShouldBe(0, run.Error);
        run.Output.ShouldBe("1 server with 1 definition pinned in mcpscan.lock.json.\n");
        var first = run.Read("mcpscan.lock.json");

        run.Run("lock").ShouldBe(0, run.Error);
        run.Read("mcpscan.lock.json").ShouldBe(first);
    }

    [Fact]
    public void A_file_that_is_no_lock_is_not_overwritten()
    {
        using var run = new CliRun().With("tools.json", Tools);

        run.Run("lock", ".", "-o", "tools.json").ShouldBe(2);

        run.Error.ShouldBe("mcpscan: 'tools.json' exists and is no lock; it was left as it is. Name another file with -o.\n");
        run.Read("tools.json").ShouldBe(Tools);
    }

    [Fact]
    public void Nothing_to_pin_is_no_lock()
    {
        using var run = new CliRun().With("notes.txt", "notes");

        run.Run("lock").ShouldBe(3);

        run.Exists("mcpscan.lock.json").ShouldBeFalse();
    }

    [Fact]
    public void What_could_not_be_read_makes_the_lock_incomplete()
    {
        using var run = new CliRun().With("tools.json", Tools).With("mcp.json", """{ "mcpServers": { "a": { "command": """);

        run.Run("lock").ShouldBe(3);

        run.Error.ShouldContain("mcp.json: ");
        run.Read("mcpscan.lock.json").ShouldContain("\"complete\": false");
    }
}
