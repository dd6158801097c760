using McpScan.Auditing;
using McpScan.Checks;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary>One audit from request to exit code. Everything the caller got wrong is said before anything is read.</summary>
internal sealed class AuditRun(CliHost host, AuditRequest request)
{
    public int Run()
    {
        if (request.DryRun && !request.Fix)
        {
            throw new UsageException("--dry-run belongs to --fix; an audit without it changes nothing.");
        }

        // For the rules, while they are read.
        _ = Vocabularies.Prepare();
        var renderers = new Renderers(host, request);
        var toOutput = renderers.ByFormat(request.Format);
        var toFiles = Array.ConvertAll(request.Outputs, renderers.ByExtension);
        var setup = new AuditSetup(host, request);
        using var progress = Progress.Start(host, request.Quiet);
        var report = setup.Audit();
        FixRun? mending = null;
        if (request.Fix)
        {
            mending = new FixRun(host, request.DryRun);
            mending.Mend(setup.Walk(), report, setup.Rules, setup.Options);
            if (mending.HasChanged)
            {
                // The report is about what is left.
                report = setup.Audit();
            }
        }

        progress.Stop();
        for (var i = 0; i < toFiles.Length; i++)
        {
            var renderer = toFiles[i];
            UserFiles.Write(request.Outputs[i], stream => renderer.Render(report, stream), host);
        }

        WriteOutput(stream => toOutput.Render(report, stream), host);
        SayTrouble(report);
        mending?.Say(toOutput: request.Format == "console");
        return mending is { HasFailed: true } && report.ExitCode == ExitCodes.Passed ? ExitCodes.Incomplete : report.ExitCode;
    }

    /// <summary>Writes what standard output is for.</summary>
    /// <exception cref="UsageException">It cannot be written to.</exception>
    public static void WriteOutput(Action<Stream> render, CliHost host)
    {
        try
        {
            render(host.Output);
            host.Output.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("The report cannot be written to standard output: it is closed or full. Redirect it to a file.");
        }
    }

    /// <summary>A report on standard output may be read by a machine only; a person at the terminal must still see why there is no pass.</summary>
    private void SayTrouble(AuditReport report)
    {
        if (request.Format != "console")
        {
            SayErrors(report, host);
        }
    }

    /// <summary>Says on standard error what makes a report incomplete.</summary>
    public static void SayErrors(AuditReport report, CliHost host)
    {
        foreach (var notice in report.Notices.Where(n => n.Severity == NoticeSeverity.Error))
        {
            host.Error.WriteLine($"mcpscan: {Place(notice)}{new Untrusted(notice.Message)}");
        }
    }

    private static string Place(ReportNotice notice) =>
        notice.Path is null ? ""
        : notice.Place is { } place ? $"{new Untrusted(notice.Path)}:{place.StartLine}:{place.StartColumn}: "
        : $"{new Untrusted(notice.Path)}: ";
}
