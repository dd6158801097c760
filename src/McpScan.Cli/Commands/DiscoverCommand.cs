using System.CommandLine;
using System.Text;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary><c>mcpscan discover</c>: which clients this user and the current folder have, and which servers they name.</summary>
internal static class DiscoverCommand
{
    public static Command Create(CliHost host)
    {
        var format = new Option<string>("--format") { HelpName = "FORMAT", Description = "table (for people) or json.", DefaultValueFactory = _ => "table" };
        var command = new Command(
            "discover",
            "List the MCP client configurations of this user and of the current folder. Reads files only: nothing is started, contacted or changed.\n\n"
            + "Exit code: 0 listed (also where there is none), 2 bad usage, 3 a configuration could not be read.")
        {
            format,
        };
        command.SetAction(parsed =>
        {
            var isJson = parsed.GetValue(format) switch
            {
                "table" => false,
                "json" => true,
                var other => throw new UsageException($"There is no format '{new Untrusted(other ?? "")}'; formats are table, json."),
            };
            var found = Discovered.Read(host);
            host.Output.Write(isJson ? DiscoveredText.Json(found) : Encoding.UTF8.GetBytes(DiscoveredText.Table(found)));
            host.Output.Flush();
            foreach (var file in found)
            {
                foreach (var problem in file.Problems)
                {
                    host.Error.WriteLine($"mcpscan: {new Untrusted(file.Shown)}: {problem}");
                }
            }

            if (found.Count == 0)
            {
                host.Error.WriteLine("mcpscan: no client configuration was found for this user and in this folder.");
            }

            return found.Exists(file => !file.Problems.IsEmpty) ? ExitCodes.Incomplete : ExitCodes.Passed;
        });
        return command;
    }
}
