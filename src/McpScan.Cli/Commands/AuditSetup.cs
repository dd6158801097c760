using System.Collections.Immutable;
using McpScan.Auditing;
using McpScan.Auditing.Locking;
using McpScan.Discovery;
using McpScan.Governance;
using McpScan.Governance.Locking;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary>An audit that is ready to run. Everything the caller got wrong about it is said before anything is read.</summary>
internal sealed class AuditSetup
{
    private readonly CliHost _host;
    private readonly AuditRequest _request;
    private readonly LockFile? _lock;
    private readonly ImmutableArray<Framework> _frameworks;

    /// <exception cref="UsageException">The request cannot be met.</exception>
    public AuditSetup(CliHost host, AuditRequest request)
    {
        _host = host;
        _request = request;
        Arguments.RequirePaths(request.Paths);
        if (request.Templates is { } folder && !Directory.Exists(Path.GetFullPath(folder, host.CurrentDirectory)))
        {
            throw new UsageException($"There is no folder '{new Untrusted(folder)}' with templates.");
        }

        _lock = request.Lock is { } path ? LockFiles.Read(path, host) : null;
        Rules = RuleFolders.Load(request.RuleFolders, host);
        Options = ReadOptions();
        _frameworks = [.. request.Frameworks.Distinct(StringComparer.Ordinal).Select(ReadFramework)];
    }

    public RuleSet Rules { get; }

    public AuditOptions Options { get; }

    public AuditReport Audit() => Audit(TakeInventory());

    public AuditReport Audit(Inventory inventory) =>
        Assess(Auditor.Audit(_lock is null ? inventory : Drift.Mark(inventory, _lock), Rules, Options));

    /// <summary>Answers by control, for the frameworks that were asked for.</summary>
    public AuditReport Assess(AuditReport report) => _frameworks.IsEmpty ? report : FrameworkAssessor.Assess(report, _frameworks, Rules, Options);

    public Inventory TakeInventory() => InventoryBuilder.Build(Paths(), new InventoryOptions { CurrentDirectory = _host.CurrentDirectory, Home = Home(), Together = _request.Together });

    /// <summary>The files that an audit meets.</summary>
    public WalkResult Walk() => ArtifactWalker.Walk(Paths(), _host.CurrentDirectory, WalkLimits.Default, Home());

    private string[] Paths() => _request.Discovered ? [.. _request.Paths, .. ClientFiles.Find(_host).Select(file => file.Path)] : _request.Paths;

    private string? Home() => _request.Discovered ? ClientPlaces.Home(_host.Variable) : null;

    private static Framework ReadFramework(string id) => Frameworks.Find(id)
        ?? throw new UsageException($"There is no framework '{new Untrusted(id)}'; frameworks are {string.Join(", ", Frameworks.Names)}.");

    private AuditOptions ReadOptions()
    {
        var policy = PolicyFiles.Read(_request.Policy, _request.Waivers, Rules, _host);
        return new AuditOptions
        {
            FailOn = _request.FailOn is { } failOn ? Choice<Severity>("--fail-on", failOn) : policy.FailOn ?? Severity.High,
            MinConfidence = _request.MinConfidence is { } confidence ? Choice<Confidence>("--min-confidence", confidence) : policy.MinConfidence ?? Confidence.Low,
            IncludesExperimental = _request.IncludesExperimental,
            Policy = policy,
            Day = DateOnly.FromDateTime(Clock.Now(_host).UtcDateTime),
            Pins = _request.Pins.Length == 0 ? null : Pins(),
            IsLocked = _lock is not null,
            Baseline = _request.Baseline is { } report ? BaselineFiles.Read(report, _host) : null,
            Timestamp = Clock.Epoch(_host),
            ToolVersion = ToolVersion.Text,
        };
    }

    private Dictionary<string, string> Pins()
    {
        var pins = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pin in _request.Pins)
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
}
