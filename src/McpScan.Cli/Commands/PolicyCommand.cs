using System.CommandLine;
using System.Text;
using McpScan.Governance;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary><c>mcpscan policy check FILE</c>.</summary>
internal static class PolicyCommand
{
    public static Command Create(CliHost host)
    {
        var file = new Argument<string>("file") { Description = "A policy." };
        var rules = RuleFolders.Option();
        var check = new Command("check", "Check that a policy is understood whole.\n\nExit code: 0 it is, 2 it is not: standard error names each place and the mend.") { file, rules };
        check.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var policy = PolicyFiles.Read(path, RuleFolders.Load(parsed.GetValue(rules) ?? [], host), host);
            host.Output.Write(Encoding.UTF8.GetBytes($"{new Untrusted(path)}: {Describe(policy)}\n"));
            host.Output.Flush();
            return ExitCodes.Passed;
        });
        return new Command("policy", "Work with policies; docs/policy.schema.json describes them.") { check };
    }

    private static string Describe(Policy policy) =>
        $"understood whole; severities of {Count(policy.Severities.Count, "rule")}, {Count(policy.Overrides.Length, "override")}, {Count(policy.Waivers.Length, "waiver")}.\n"
        + $"clauses: {(policy.Clauses.Keys.Any() ? string.Join(", ", policy.Clauses.Keys) : "none")}";

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
