using McpScan.Governance;
using McpScan.Syntax;

namespace McpScan.Reporting.Json;

/// <summary>What a policy looks like, as a JSON Schema (2020-12); docs/policy.schema.json is its output. The reader checks the same table.</summary>
internal static class PolicySchema
{
    public static void Render(Stream output) =>
        JsonOutput.Write(PolicyTable.Policy, output, static (writer, policy) => policy.WriteSchema(writer, "McpScan policy 1", PolicyTable.Parts));
}
