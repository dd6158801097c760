using System.CommandLine;
using System.Text;
using McpScan.Auditing.Locking;
using McpScan.Discovery;
using McpScan.Modeling;
using McpScan.Reporting.Json;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary><c>mcpscan lock [PATH…]</c>: pins what definitions say now.</summary>
internal static class LockCommand
{
    /// <summary>What a lock is called unless another name is given.</summary>
    private const string DefaultFile = "mcpscan.lock.json";

    public static Command Create(CliHost host)
    {
        var paths = Arguments.Paths("Files and folders to pin.");
        var output = new Option<string>("--output", "-o") { HelpName = "FILE", Description = "Where to write the lock.", DefaultValueFactory = _ => DefaultFile };
        var command = new Command(
            "lock",
            "Pin servers, packages, images and every definition, so that a later audit with --lock tells what changed.\n\n"
            + "Exit code: 0 pinned, 2 bad usage, 3 not everything could be read (what could is pinned), or nothing was found to pin.")
        {
            paths, output,
        };
        command.SetAction(parsed => Run(host, parsed.GetValue(paths) ?? ["."], parsed.GetValue(output)!));
        return command;
    }

    private static int Run(CliHost host, string[] paths, string output)
    {
        Arguments.RequirePaths(paths);
        if (File.Exists(Path.GetFullPath(output, host.CurrentDirectory)) && !LockFiles.IsLock(output, host))
        {
            throw new UsageException($"'{new Untrusted(output)}' exists and is no lock; it was left as it is. Name another file with -o.");
        }

        var inventory = InventoryBuilder.Build(paths, new InventoryOptions { CurrentDirectory = host.CurrentDirectory });
        foreach (var notice in inventory.Notices.Where(static n => n.Severity == NoticeSeverity.Error))
        {
            host.Error.WriteLine($"mcpscan: {(notice.Path is null ? "" : $"{new Untrusted(notice.Path)}: ")}{Auditing.SecretMask.Of(new Untrusted(notice.Message).ToString())}");
        }

        if (inventory.Servers.IsEmpty)
        {
            host.Error.WriteLine("mcpscan: nothing was found to pin, so no lock was written: none of the files is a manifest, capture or client configuration that McpScan knows.");
            return ExitCodes.Incomplete;
        }

        var pinned = LockMaker.Make(inventory, ToolVersion.Text);
        UserFiles.Write(output, stream => LockRenderer.Render(pinned, stream), host);
        var definitions = pinned.Servers.Sum(static server => server.Definitions.Count(static d => d.Kind is SubjectKind.Tool or SubjectKind.Prompt or SubjectKind.Resource));
        host.Output.Write(Encoding.UTF8.GetBytes($"{Count(pinned.Servers.Length, "server")} with {Count(definitions, "definition")} pinned in {new Untrusted(output)}.\n"));
        host.Output.Flush();
        if (pinned.IsComplete)
        {
            return ExitCodes.Passed;
        }

        host.Error.WriteLine("mcpscan: not everything could be read; what could not is not pinned, and the lock says that it is incomplete.");
        return ExitCodes.Incomplete;
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
