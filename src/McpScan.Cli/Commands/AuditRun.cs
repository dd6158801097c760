using System.Globalization;
using System.Reflection;
using McpScan.Auditing;
using McpScan.Discovery;
using McpScan.Governance;
using McpScan.Reporting;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary>One audit from request to exit code. Everything the caller got wrong is said before anything is read.</summary>
internal sealed class AuditRun(CliHost host, AuditRequest request)
{
    public int Run()
    {
        if (Array.Exists(request.Paths, string.IsNullOrEmpty))
        {
            // An unset variable of a script, which must not turn into an audit of some other folder.
            throw new UsageException("A path is empty; name a file or a folder ('.' is the current one).");
        }

        if (request.DryRun && !request.Fix)
        {
            throw new UsageException("--dry-run belongs to --fix; an audit without it changes nothing.");
        }

        if (request.Templates is { } folder && !Directory.Exists(Path.GetFullPath(folder, host.CurrentDirectory)))
        {
            throw new UsageException($"There is no folder '{new Untrusted(folder)}' with templates.");
        }

        var renderers = new Renderers(host, request);
        var toOutput = renderers.ByFormat(request.Format);
        var toFiles = Array.ConvertAll(request.Outputs, renderers.ByExtension);
        var rules = LoadRules();
        var options = Options(rules);
        using var progress = Progress.Start(host, request.Quiet);
        var report = Auditor.Audit(InventoryBuilder.Build(Paths(), Inventory()), rules, options);
        FixRun? mending = null;
        if (request.Fix)
        {
            mending = new FixRun(host, request.DryRun);
            mending.Mend(ArtifactWalker.Walk(Paths(), host.CurrentDirectory, WalkLimits.Default, Inventory().Home), report, rules, options);
            if (mending.HasChanged)
            {
                // The report is about what is left.
                report = Auditor.Audit(InventoryBuilder.Build(Paths(), Inventory()), rules, options);
            }
        }

        progress.Stop();
        for (var i = 0; i < toFiles.Length; i++)
        {
            var renderer = toFiles[i];
            UserFiles.Write(request.Outputs[i], stream => renderer.Render(report, stream), host);
        }

        WriteOutput(report, toOutput);
        SayTrouble(report);
        mending?.Say(toOutput: request.Format == "console");
        return mending is { HasFailed: true } && report.ExitCode == ExitCodes.Passed ? ExitCodes.Incomplete : report.ExitCode;
    }

    private string[] Paths() => request.Discovered ? [.. request.Paths, .. ClientFiles.Find(host).Select(file => file.Path)] : request.Paths;

    private InventoryOptions Inventory() => new()
    {
        CurrentDirectory = host.CurrentDirectory,
        Home = request.Discovered ? ClientPlaces.Home(host.Variable) : null,
        Together = request.Together,
    };

    private void WriteOutput(AuditReport report, IRenderer renderer)
    {
        try
        {
            renderer.Render(report, host.Output);
            host.Output.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("The report cannot be written to standard output: it is closed or full. '-o FILE' writes it to a file.");
        }
    }

    /// <summary>A report on standard output may be read by a machine only; a person at the terminal must still see why there is no pass.</summary>
    private void SayTrouble(AuditReport report)
    {
        if (request.Format == "console")
        {
            return;
        }

        foreach (var notice in report.Notices.Where(n => n.Severity == NoticeSeverity.Error))
        {
            host.Error.WriteLine($"mcpscan: {Place(notice)}{new Untrusted(notice.Message)}");
        }
    }

    private static string Place(ReportNotice notice) =>
        notice.Path is null ? ""
        : notice.Place is { } place ? $"{new Untrusted(notice.Path)}:{place.StartLine}:{place.StartColumn}: "
        : $"{new Untrusted(notice.Path)}: ";

    private RuleSet LoadRules()
    {
        var rules = RuleSet.BuiltIn;
        foreach (var folder in request.RuleFolders)
        {
            rules = rules.With(UserFiles.RuleFiles(folder, host), out var errors);
            if (!errors.IsEmpty)
            {
                throw new UsageException(string.Join(Environment.NewLine, errors));
            }
        }

        return rules;
    }

    private AuditOptions Options(RuleSet rules)
    {
        Policy? policy = null;
        if (request.Policy is { } path)
        {
            policy = PolicyReader.Read(UserFiles.Read(path, host), rules, out var errors)
                ?? throw new UsageException(string.Join(Environment.NewLine, errors));
        }

        return new AuditOptions
        {
            FailOn = request.FailOn is { } failOn ? Choice<Severity>("--fail-on", failOn) : policy?.FailOn ?? Severity.High,
            MinConfidence = request.MinConfidence is { } confidence ? Choice<Confidence>("--min-confidence", confidence) : policy?.MinConfidence ?? Confidence.Low,
            IncludesExperimental = request.IncludesExperimental,
            Severities = policy?.Severities,
            Pins = request.Pins.Length == 0 ? null : Pins(),
            Timestamp = Timestamp(),
            ToolVersion = typeof(AuditRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0",
        };
    }

    private Dictionary<string, string> Pins()
    {
        var pins = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pin in request.Pins)
        {
            // A scope begins with '@', an image may have a port: only the last sign parts name and version.
            var sign = pin.LastIndexOf('=');
            var version = pin[(sign + 1)..];
            if (sign <= 0 || version.Length is 0 or > 128 || version.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '+' or ':' or '_')))
            {
                throw new UsageException($"--pin takes NAME=VERSION, such as @acme/desk-mcp=1.2.0 or acme/desk=sha256:…, not '{new Untrusted(pin)}'.");
            }

            pins[pin[..sign]] = version;
        }

        return pins;
    }

    private static T Choice<T>(string option, string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new UsageException($"{option} takes {string.Join(", ", Enum.GetNames<T>().Reverse()).ToLowerInvariant()}, not '{new Untrusted(text)}'.");

    /// <summary>The only clock: seconds since 1970 in <c>SOURCE_DATE_EPOCH</c>, as reproducible builds use it.</summary>
    private DateTimeOffset? Timestamp()
    {
        if (host.Variable("SOURCE_DATE_EPOCH") is not { Length: > 0 } epoch)
        {
            return null;
        }

        const long LastSecond = 253402300799;
        return long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new UsageException("SOURCE_DATE_EPOCH must be a whole number of seconds since 1970.");
    }
}
