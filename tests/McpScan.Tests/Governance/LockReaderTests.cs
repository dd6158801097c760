using System.Text;
using McpScan.Governance.Locking;
using McpScan.Reporting.Json;
using McpScan.Tests.Cli;
using McpScan.Tests.Reporting;
using McpScan.Text;

namespace McpScan.Tests.Governance;

/// <summary>What is no lock of this version is refused with its place and the mend, whole.</summary>
public sealed class LockReaderTests
{
    [Theory]
    [InlineData("", "l.json(1,1): This is no lock: it has no 'lockVersion'.")]
    [InlineData("{\n  \"lockVersion\": 1,\n", "l.json(1,1): The lock is no JSON:")]
    [InlineData("""{ "mcpServers": {} }""", "l.json(1,1): This is no lock: it has no 'lockVersion'.")]
    [InlineData("""{ "lockVersion": "1" }""", "l.json(1,18): 'lockVersion' is a whole number.")]
    [InlineData("""{ "lockVersion": 0 }""", "l.json(1,18): There is no version 0 of locks.")]
    [InlineData("""{ "lockVersion": 2, "tool": { "version": "9.1.0" } }""", "l.json(1,18): The lock is of version 2, written by a later mcpscan (9.1.0); this one reads version 1. Update mcpscan, or lock anew with this one.")]
    [InlineData("""{ "lockVersion": 1, "tool": { "version": "1" }, "complete": true }""", "l.json(1,1): The lock is damaged: 'pins' is missing here.")]
    [InlineData("""{ "lockVersion": 1, "tool": { "version": "1" }, "complete": true, "pins": [], "tools": [] }""", "l.json(1,79): 'tools' is no member of a lock.")]
    [InlineData("""{ "lockVersion": 1, "tool": { "version": "1" }, "complete": true, "pins": [7] }""", "l.json(1,76): The lock is damaged: 'id' is missing here.")]
    [InlineData("""{ "lockVersion": 1, "tool": { "version": "1" }, "complete": true, "pins": [{ "id": "a", "name": "a", "version": "", "artifacts": [], "reach": [], "definitions": [] }] }""", "The lock is damaged: the first definition of a server is the server itself.")]
    public void What_is_no_lock_is_refused(string text, string expected)
    {
        LockReader.Read(new SourceText("l.json", text), out var errors).ShouldBeNull();
        string.Join('\n', errors).ShouldContain(expected);
    }

    [Fact]
    public void The_committed_schema_is_the_generated_one() => Golden.Match("docs/lock.schema.json", MakeSchema());

    [Fact]
    public void Ajv_accepts_a_lock_and_refuses_a_broken_one()
    {
        using var run = new CliRun().With("tools.json", """{ "tools": [{ "name": "t", "description": "Reads.", "inputSchema": { "type": "object", "properties": { "a": { "enum": [1] } } } }] }""")
            .With(".mcp.json", """{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "x@1.0.0"], "env": { "A": "b" } } } }""");
        run.Run("lock").ShouldBe(0, run.Error);
        using var folder = new TemporaryFolder();
        var written = run.Read("mcpscan.lock.json");

        Validate(folder.Write("good.json", Encoding.UTF8.GetBytes(written))).ShouldBe(0);
        Validate(folder.Write("bad.json", Encoding.UTF8.GetBytes(written.Replace("\"pins\"", "\"spins\"", StringComparison.Ordinal)))).ShouldBe(1);
    }

    private static int Validate(string file) => NodeTools.Run("ajv", [Repository.PathOf("tests/node/ajv.js"), Repository.PathOf("docs/lock.schema.json"), file]).ExitCode;

    private static string MakeSchema()
    {
        using var output = new MemoryStream();
        LockSchema.Render(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
