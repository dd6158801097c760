using System.CommandLine;

namespace McpScan.Cli.Commands;

/// <summary><c>mcpscan verify FILE [PATH…]</c>: whether a signed decision holds today.</summary>
internal static class VerifyCommand
{
    public static Command Create(CliHost host)
    {
        var file = new Argument<string>("signoff") { Description = "The file that 'mcpscan signoff' wrote." };
        var paths = Arguments.PathsOr([], "The files and folders that were audited (default: those that the sign-off names).");
        var key = new Option<string?>("--key") { HelpName = "FILE", Description = "The approver's public key in PEM. Without it nobody knows whose decision it is." };
        var report = new Option<string[]>("--report") { HelpName = "FILE", Description = "A report that was signed for. Repeatable.", AllowMultipleArgumentsPerToken = false };
        var policy = new Option<string?>("--policy") { HelpName = "FILE", Description = "The policy (default: where the sign-off names it)." };
        var locked = new Option<string?>("--lock") { HelpName = "FILE", Description = "The lock file (default: where the sign-off names it)." };
        var rules = RuleFolders.Option();
        var noColor = new Option<bool>("--no-color") { Description = "Print without colours, as the variable NO_COLOR does." };
        var command = new Command(
            "verify",
            "Say whether a signed decision holds: signature, inputs, policy, lock, rules, reports, expiry and conditions.\n\n"
            + "Exit code: 0 it holds, 1 it does not (changed, expired, overdue, or the decision is to reject), 2 bad usage or key, 3 something could not be looked at.")
        {
            file, paths, key, report, policy, locked, rules, noColor,
        };
        command.SetAction(parsed => new VerifyRun(host, new VerifyRequest
        {
            File = parsed.GetValue(file)!,
            Paths = parsed.GetValue(paths)!,
            Key = parsed.GetValue(key),
            Reports = parsed.GetValue(report) ?? [],
            Policy = parsed.GetValue(policy),
            Lock = parsed.GetValue(locked),
            RuleFolders = parsed.GetValue(rules) ?? [],
            NoColor = parsed.GetValue(noColor),
        }).Run());
        return command;
    }
}
