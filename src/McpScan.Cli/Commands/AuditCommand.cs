using System.CommandLine;

namespace McpScan.Cli.Commands;

/// <summary><c>mcpscan audit [PATH…]</c>: the main job.</summary>
internal static class AuditCommand
{
    public static Command Create(CliHost host)
    {
        var shared = new AuditArguments();
        var format = new Option<string>("--format") { HelpName = "FORMAT", Description = "What to write to standard output: console, json, sarif, markdown, html or pdf.", DefaultValueFactory = _ => "console" };
        var output = new Option<string[]>("--output", "-o") { HelpName = "FILE", Description = "Also write a report to this file; the extension decides the format (.sarif, .json, .md, .html, .pdf). Repeatable.", AllowMultipleArgumentsPerToken = false };
        var locked = new Option<string?>("--lock") { HelpName = "FILE", Description = "Report how definitions differ from this lock, which 'mcpscan lock' wrote. A lock inside the audited folders is never obeyed unless it is named." };
        var baseline = new Option<string?>("--baseline") { HelpName = "FILE", Description = "An earlier JSON or SARIF report: findings that it has as they are stay in every report and do not count." };
        var waivers = new Option<string?>("--waivers") { HelpName = "FILE", Description = "A file of waivers besides those of the policy. Waivers inside the audited folders are never obeyed unless they are named here." };
        var discovered = new Option<bool>("--discovered") { Description = "Audit the client configurations that 'mcpscan discover' lists, besides the paths that are named." };
        var fix = new Option<bool>("--fix") { Description = "Change the named files so that findings with a replacement are mended, and show what changed. A secret is taken out of its file: have it elsewhere first." };
        var dryRun = new Option<bool>("--dry-run") { Description = "With --fix: show what would change, change nothing." };
        var pin = new Option<string[]>("--pin") { HelpName = "NAME=VERSION", Description = "The version of a package, or the sha256: digest of an image, that replacements pin to. Repeatable.", AllowMultipleArgumentsPerToken = false };
        var offline = new Option<bool>("--offline") { Description = "Never use the network. An audit never does; the option is for scripts that say so." };
        var command = new Command(
            "audit",
            "Audit files and folders.\n\n"
            + "Exit code: 0 nothing at or above --fail-on, 1 findings at or above it, 2 bad usage, policy, lock, baseline or rules, 3 incomplete (never a pass), 70 a fault of mcpscan.")
        {
            shared.Paths, format, output, locked, baseline, waivers, discovered, fix, dryRun, pin, offline,
        };
        shared.AddOptionsTo(command);
        command.SetAction(parsed => new AuditRun(host, shared.Read(parsed) with
        {
            Paths = parsed.GetValue(discovered) && parsed.GetResult(shared.Paths) is not { Tokens.Count: > 0 } ? [] : parsed.GetValue(shared.Paths) ?? ["."],
            Waivers = parsed.GetValue(waivers),
            Fix = parsed.GetValue(fix),
            DryRun = parsed.GetValue(dryRun),
            Pins = parsed.GetValue(pin) ?? [],
            Discovered = parsed.GetValue(discovered),
            Lock = parsed.GetValue(locked),
            Baseline = parsed.GetValue(baseline),
            Format = parsed.GetValue(format)!,
            Outputs = parsed.GetValue(output) ?? [],
        }).Run());
        return command;
    }
}
