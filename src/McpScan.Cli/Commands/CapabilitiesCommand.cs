using System.CommandLine;

namespace McpScan.Cli.Commands;

/// <summary><c>mcpscan capabilities [PATH…]</c>: what servers and tools can do.</summary>
internal static class CapabilitiesCommand
{
    public static Command Create(CliHost host)
    {
        var paths = Arguments.Paths("Files and folders to look at.");
        var format = new Option<string>("--format") { HelpName = "FORMAT", Description = "What to write to standard output: console, json or markdown.", DefaultValueFactory = _ => "console" };
        var server = new Option<string?>("--server") { HelpName = "NAME", Description = "Only the server of this name or id." };
        var capgate = new Option<string?>("--capgate") { HelpName = "FILE", Description = "Also write what one server was seen to do as a capgate manifest." };
        var toolHive = new Option<string?>("--toolhive") { HelpName = "FILE", Description = "Also write it as a ToolHive permission profile, which grants what is bounded and nothing else." };
        var noColor = new Option<bool>("--no-color") { Description = "Print without colours, as the variable NO_COLOR does." };
        var command = new Command(
            "capabilities",
            "Show what servers and their tools can do: declared by manifests and profiles, observed in definitions, or both.\n\n"
            + "Exit code: 0 shown, 2 bad usage, 3 not everything could be read (what could is shown), or nothing was found.")
        {
            paths, format, server, capgate, toolHive, noColor,
        };
        command.SetAction(parsed => new CapabilitiesRun(host)
        {
            Paths = parsed.GetValue(paths) ?? ["."],
            Format = parsed.GetValue(format)!,
            Server = parsed.GetValue(server),
            Capgate = parsed.GetValue(capgate),
            ToolHive = parsed.GetValue(toolHive),
            NoColor = parsed.GetValue(noColor),
        }.Run());
        return command;
    }
}
