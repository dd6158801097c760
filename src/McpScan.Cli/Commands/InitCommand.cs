using System.CommandLine;
using System.Text;
using McpScan.Governance;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary><c>mcpscan init</c>: a policy to begin with.</summary>
internal static class InitCommand
{
    public static Command Create(CliHost host)
    {
        var policy = new Option<string>("--policy") { HelpName = "NAME", Description = $"The policy to begin with: {string.Join(", ", StarterPolicies.Names)}.", DefaultValueFactory = _ => StarterPolicies.Names[0] };
        var output = new Option<string>("--output", "-o") { HelpName = "FILE", Description = "Where it is written.", DefaultValueFactory = _ => "mcpscan.yaml" };
        var command = new Command("init", "Write a commented policy to begin with. A file that is there already is kept.\n\nExit code: 0 written, 2 bad usage or the file is there.") { policy, output };
        command.SetAction(parsed =>
        {
            var (name, path) = (parsed.GetValue(policy)!, parsed.GetValue(output)!);
            var text = StarterPolicies.Text(name)
                ?? throw new UsageException($"There is no policy '{new Untrusted(name)}' to begin with; there are {string.Join(", ", StarterPolicies.Names)}.");
            UserFiles.Create(path, text, host);
            host.Output.Write(Encoding.UTF8.GetBytes($"{new Untrusted(path)}: the policy '{name}'; next: mcpscan audit . --policy {new Untrusted(path)}\n"));
            host.Output.Flush();
            return ExitCodes.Passed;
        });
        return command;
    }
}
