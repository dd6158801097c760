using System.CommandLine;

namespace McpScan.Cli.Commands;

/// <summary><c>mcpscan audit [PATH…]</c>: the main job.</summary>
internal static class AuditCommand
{
    public static Command Create(CliHost host)
    {
        var paths = Arguments.Paths("Files and folders to audit.");
        var format = new Option<string>("--format") { HelpName = "FORMAT", Description = "What to write to standard output: console, json, sarif, markdown or html.", DefaultValueFactory = _ => "console" };
        var output = new Option<string[]>("--output", "-o") { HelpName = "FILE", Description = "Also write a report to this file; the extension decides the format (.sarif, .json, .md, .html). Repeatable.", AllowMultipleArgumentsPerToken = false };
        var failOn = new Option<string?>("--fail-on") { HelpName = "SEVERITY", Description = "The lowest severity that rejects: critical, high, medium, low or info (default high)." };
        var minConfidence = new Option<string?>("--min-confidence") { HelpName = "CONFIDENCE", Description = "Leave out findings below this confidence: high, medium or low (default low)." };
        var policy = new Option<string?>("--policy") { HelpName = "FILE", Description = "A policy file. Policies inside the audited folders are never obeyed." };
        var rules = RuleFolders.Option();
        var templates = new Option<string?>("--templates") { HelpName = "DIR", Description = "A folder with templates that replace the built-in ones of the Markdown and HTML reports." };
        var experimental = new Option<bool>("--experimental") { Description = "Ask experimental rules as well." };
        var together = new Option<bool>("--together") { Description = "Compare all servers with each other, as if one client had them all." };
        var discovered = new Option<bool>("--discovered") { Description = "Audit the client configurations that 'mcpscan discover' lists, besides the paths that are named." };
        var fix = new Option<bool>("--fix") { Description = "Change the named files so that findings with a replacement are mended, and show what changed. A secret is taken out of its file: have it elsewhere first." };
        var dryRun = new Option<bool>("--dry-run") { Description = "With --fix: show what would change, change nothing." };
        var pin = new Option<string[]>("--pin") { HelpName = "NAME=VERSION", Description = "The version of a package, or the sha256: digest of an image, that replacements pin to. Repeatable.", AllowMultipleArgumentsPerToken = false };
        var offline = new Option<bool>("--offline") { Description = "Never use the network. An audit never does; the option is for scripts that say so." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print the verdicts only." };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Print every place and every file that was not examined." };
        var noColor = new Option<bool>("--no-color") { Description = "Print without colours, as the variable NO_COLOR does." };
        var command = new Command(
            "audit",
            "Audit files and folders.\n\n"
            + "Exit code: 0 nothing at or above --fail-on, 1 findings at or above it, 2 bad usage, policy or rules, 3 incomplete (never a pass), 70 a fault of mcpscan.")
        {
            paths, format, output, failOn, minConfidence, policy, rules, templates, experimental, together, discovered, fix, dryRun, pin, offline, quiet, verbose, noColor,
        };
        command.SetAction(parsed => new AuditRun(host, new AuditRequest
        {
            Paths = parsed.GetValue(discovered) && parsed.GetResult(paths) is not { Tokens.Count: > 0 } ? [] : parsed.GetValue(paths) ?? ["."],
            Fix = parsed.GetValue(fix),
            DryRun = parsed.GetValue(dryRun),
            Pins = parsed.GetValue(pin) ?? [],
            Discovered = parsed.GetValue(discovered),
            Format = parsed.GetValue(format)!,
            Outputs = parsed.GetValue(output) ?? [],
            FailOn = parsed.GetValue(failOn),
            MinConfidence = parsed.GetValue(minConfidence),
            Policy = parsed.GetValue(policy),
            RuleFolders = parsed.GetValue(rules) ?? [],
            Templates = parsed.GetValue(templates),
            IncludesExperimental = parsed.GetValue(experimental),
            Together = parsed.GetValue(together),
            Quiet = parsed.GetValue(quiet),
            Verbose = parsed.GetValue(verbose),
            NoColor = parsed.GetValue(noColor),
        }).Run());
        return command;
    }
}
