using McpScan.Auditing;
using McpScan.Auditing.Locking;
using McpScan.Discovery;
using McpScan.Governance.Locking;
using McpScan.Modeling;
using McpScan.Reporting.Delta;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary>One comparison from request to exit code.</summary>
internal sealed class DiffRun(CliHost host, string old, string later, AuditRequest request)
{
    public int Run()
    {
        Arguments.RequirePaths([old, later]);
        Action<DeltaReport, Stream> render = request.Format switch
        {
            "console" => (delta, output) => DeltaConsole.Render(delta, output, ConsoleStyles.Of(host, request.NoColor)),
            "markdown" => DeltaMarkdown.Render,
            "json" => DeltaJson.Render,
            var other => throw new UsageException($"There is no format '{new Untrusted(other)}'; formats are console, markdown, json."),
        };
        var setup = new AuditSetup(host, request);
        using var progress = Progress.Start(host, quiet: false);
        var before = Locked(old) ?? LockMaker.Make(Inventory(old), ToolVersion.Text);
        if (before.Servers.IsEmpty)
        {
            // Against nothing everything would be new, and a mistaken path would look like an answer.
            host.Error.WriteLine($"mcpscan: nothing was found in '{new Untrusted(old)}' to compare with; this is never a pass.");
            return ExitCodes.Incomplete;
        }

        var delta = Locked(later) is { } after
            ? DeltaReport.Of((old, before), (later, after), setup.Rules, setup.Options)
            : DeltaReport.Of((old, before), (later, Inventory(later)), setup.Rules, setup.Options);
        progress.Stop();
        AuditRun.WriteOutput(stream => render(delta, stream), host);
        return delta.ExitCode;
    }

    /// <summary>The lock at a path; null where a folder or another file lies there.</summary>
    private LockFile? Locked(string path) => File.Exists(Path.GetFullPath(path, host.CurrentDirectory)) && LockFiles.IsLock(path, host) ? LockFiles.Read(path, host) : null;

    /// <summary>What lies at a path. A folder is looked at from within, so that one server has one id in both.</summary>
    private Inventory Inventory(string path)
    {
        var full = Path.GetFullPath(path, host.CurrentDirectory);
        return Directory.Exists(full)
            ? InventoryBuilder.Build(["."], new InventoryOptions { CurrentDirectory = full })
            : InventoryBuilder.Build([path], new InventoryOptions { CurrentDirectory = host.CurrentDirectory });
    }
}
