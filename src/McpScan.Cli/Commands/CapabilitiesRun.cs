using McpScan.Auditing;
using McpScan.Reporting;
using McpScan.Reporting.Json;
using McpScan.Reporting.Markdown;
using McpScan.Reporting.Sandboxes;
using McpScan.Reporting.Terminal;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary>One look at capabilities from request to exit code.</summary>
internal sealed class CapabilitiesRun(CliHost host)
{
    /// <summary>Remarks on one file that are printed.</summary>
    private const int MaxRemarks = 20;

    /// <summary>Servers that a message names.</summary>
    private const int MaxNames = 10;

    public required string[] Paths { get; init; }

    public required string Format { get; init; }

    public string? Server { get; init; }

    public string? Capgate { get; init; }

    public string? ToolHive { get; init; }

    public bool NoColor { get; init; }

    public int Run()
    {
        var render = RendererOf(Format);

        // The rules are asked as in an audit: they know the secrets that no output may show.
        var report = Select(new AuditSetup(host, new AuditRequest { Paths = Paths, RuleFolders = [] }).Audit());
        if (Capgate is not null && OneServer(report, "--capgate") is { } declaring)
        {
            var manifest = CapgateManifest.Of(declaring);
            Write(Capgate, manifest.Render, report);
            Say("capgate", manifest.Remarks);
        }

        if (ToolHive is not null && OneServer(report, "--toolhive") is { } confined)
        {
            var profile = ToolHiveProfile.Of(confined);
            Write(ToolHive, profile.Render, report);
            Say("toolhive", profile.Remarks);
        }

        AuditRun.WriteOutput(stream => render(report, stream), host);
        AuditRun.SayErrors(report, host);
        return IsIncomplete(report) ? ExitCodes.Incomplete : ExitCodes.Passed;
    }

    private static bool IsIncomplete(AuditReport report) => report.Notices.Any(static notice => notice.Severity == NoticeSeverity.Error);

    private Action<AuditReport, Stream> RendererOf(string format) => format switch
    {
        "console" => new ConsoleRenderer(ConsoleStyles.Of(host, NoColor)).RenderCapabilities,
        "json" => CapabilitiesRenderer.Render,
        "markdown" => new MarkdownRenderer(TemplateSet.BuiltIn).RenderCapabilities,
        _ => throw new UsageException($"There is no format '{new Untrusted(format)}'; formats are console, json, markdown."),
    };

    private AuditReport Select(AuditReport report)
    {
        if (Server is null)
        {
            return report;
        }

        var servers = report.Servers.RemoveAll(server => server.Id != Server && server.Name.Raw != Server);
        return servers.IsEmpty
            ? throw new UsageException($"There is no server '{new Untrusted(Server)}'; there {Names(report)}.")
            : report with { Servers = servers };
    }

    /// <summary>The server that a file is about; null where nothing was found, which the notices say.</summary>
    private static ServerReport? OneServer(AuditReport report, string option) => report.Servers switch
    {
        [] => null,
        [var only] => only,
        _ => throw new UsageException($"{option} writes a file about one server; name it with --server. There {Names(report)}."),
    };

    private static string Names(AuditReport report)
    {
        var names = report.Servers.Take(MaxNames).Select(static server => $"'{new Untrusted(server.Id)}'").ToList();
        var more = report.Servers.Length - names.Count;
        return names.Count == 0 ? "is none" : $"{(report.Servers.Length == 1 ? "is" : "are")} {string.Join(", ", names)}{(more > 0 ? $" and {more} more" : "")}";
    }

    /// <summary>Writes a file, but never over what was read: what a vendor declares must not give way to what was seen.</summary>
    private void Write(string path, Action<Stream> render, AuditReport report)
    {
        var full = Path.GetFullPath(path, host.CurrentDirectory);
        if (report.Inputs.Any(input => Path.GetFullPath(input.Path, host.CurrentDirectory) == full))
        {
            throw new UsageException($"'{new Untrusted(path)}' is one of the files that were read, so it was left as it is. Name a file outside of them.");
        }

        UserFiles.Write(path, render, host);
        if (IsIncomplete(report))
        {
            host.Error.WriteLine($"mcpscan: not everything could be read, so '{new Untrusted(path)}' may say too little.");
        }
    }

    private void Say(string subject, IReadOnlyList<string> remarks)
    {
        foreach (var remark in remarks.Take(MaxRemarks))
        {
            host.Error.WriteLine($"mcpscan: {subject}: {new Untrusted(remark)}.");
        }

        if (remarks.Count > MaxRemarks)
        {
            host.Error.WriteLine($"mcpscan: {subject}: {remarks.Count - MaxRemarks} more remarks of this kind.");
        }
    }
}
