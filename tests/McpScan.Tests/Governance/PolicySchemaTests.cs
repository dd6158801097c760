using System.Text;
using McpScan.Reporting.Json;
using McpScan.Tests.Reporting;

namespace McpScan.Tests.Governance;

public sealed class PolicySchemaTests
{
    private const string Committed = "docs/policy.schema.json";

    [Fact]
    public void The_committed_schema_is_the_generated_one() => Golden.Match(Committed, MakeSchema());

    [Fact]
    public void Ajv_accepts_what_the_reader_accepts_and_refuses_what_it_refuses()
    {
        using var folder = new TemporaryFolder();

        Validate(folder, """{ "failOn": "high", "servers": { "allowed": ["a", { "package": "npm:@acme/a" }] }, "rules": { "MCPS1001": "off" }, "waivers": [ { "rule": "MCPS1001", "reason": "r", "approver": "Ada", "created": "2026-01-01" } ] }""").ShouldBe(0);
        Validate(folder, """{ "fialOn": "high" }""").ShouldBe(1);
        Validate(folder, """{ "failOn": "dreadful" }""").ShouldBe(1);
        Validate(folder, """{ "waivers": [ { "rule": "MCPS1001" } ] }""").ShouldBe(1);
        Validate(folder, """{ "waivers": [ { "rule": "MCPS1001", "reason": "r", "approver": "Ada", "created": "1.1.2026" } ] }""").ShouldBe(1);
    }

    private static int Validate(TemporaryFolder folder, string json) =>
        NodeTools.Run("ajv", [Repository.PathOf("tests/node/ajv.js"), Repository.PathOf(Committed), folder.Write("policy.json", Encoding.UTF8.GetBytes(json))]).ExitCode;

    private static string MakeSchema()
    {
        using var output = new MemoryStream();
        PolicySchema.Render(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
