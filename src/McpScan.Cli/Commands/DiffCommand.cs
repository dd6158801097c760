using System.CommandLine;

namespace McpScan.Cli.Commands;

/// <summary><c>mcpscan diff OLD NEW</c>: what changed, and what it can newly do.</summary>
internal static class DiffCommand
{
    public static Command Create(CliHost host)
    {
        var old = new Argument<string>("old") { Description = "The earlier state: a file or folder, or a lock." };
        var later = new Argument<string>("new") { Description = "The later state: a file or folder, or a lock." };
        var format = new Option<string>("--format") { HelpName = "FORMAT", Description = "What to write to standard output: console, markdown (a table for a pull request) or json.", DefaultValueFactory = _ => "console" };
        var failOn = new Option<string?>("--fail-on") { HelpName = "SEVERITY", Description = "The lowest severity that fails: critical, high, medium, low or info (default high)." };
        var policy = new Option<string?>("--policy") { HelpName = "FILE", Description = "A policy file, for thresholds and severities." };
        var noColor = new Option<bool>("--no-color") { Description = "Print without colours, as the variable NO_COLOR does." };
        var command = new Command(
            "diff",
            "Show what changed between two states of MCP servers, and what they can newly do.\n\n"
            + "Exit code: 0 no drift at or above --fail-on, 1 drift at or above it, 2 bad usage, 3 not everything could be read (never a pass).")
        {
            old, later, format, failOn, policy, noColor,
        };
        command.SetAction(parsed => new DiffRun(host, parsed.GetValue(old)!, parsed.GetValue(later)!, new AuditRequest
        {
            Paths = [],
            Outputs = [],
            RuleFolders = [],
            Format = parsed.GetValue(format)!,
            FailOn = parsed.GetValue(failOn),
            Policy = parsed.GetValue(policy),
            NoColor = parsed.GetValue(noColor),
        }).Run());
        return command;
    }
}
