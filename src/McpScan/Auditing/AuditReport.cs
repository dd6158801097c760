using System.Collections.Immutable;
using McpScan.Governance.SignOffs;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>All that a renderer may read. In total order: the same input gives the same report, whatever the file system and the number of cores.</summary>
/// <remarks>Secrets are already redacted here; nothing in it leads back to the raw files.</remarks>
public sealed record AuditReport
{
    public required ToolInfo Tool { get; init; }

    /// <summary>When the audit is said to have happened: <c>SOURCE_DATE_EPOCH</c>, else null.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The verdict if nothing were waived; null where nothing is.</summary>
    public Verdict? VerdictWithoutWaivers { get; init; }

    /// <summary>The policy that the audit went by; null where there was none.</summary>
    public PolicyReport? Policy { get; init; }

    /// <summary>The lowest severity that rejects.</summary>
    public required Severity FailOn { get; init; }

    public required ImmutableArray<InputArtifact> Inputs { get; init; }

    /// <summary>By id.</summary>
    public required ImmutableArray<ServerReport> Servers { get; init; }

    /// <summary>Who may call what, by id.</summary>
    public ImmutableArray<AgentReport> Agents { get; init; } = [];

    /// <summary>By path, offset, rule id, subject id.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Every rule that was asked, by id.</summary>
    public required ImmutableArray<RuleResult> Rules { get; init; }

    /// <summary>How the findings stand to an earlier report; null where none was given.</summary>
    public BaselineReport? Baseline { get; init; }

    public required ImmutableArray<ReportNotice> Notices { get; init; }

    public required Coverage Coverage { get; init; }

    /// <summary>The files that have edits, secrets masked, by path: what a mending shows of them.</summary>
    public ImmutableArray<MaskedText> Masked { get; init; } = [];

    /// <summary>The policy file that was in force; null where the caller does not say.</summary>
    public BoundFile? PolicyFile { get; init; }

    /// <summary>The lock file that was in force; null where the caller does not say.</summary>
    public BoundFile? LockFile { get; init; }

    /// <summary>Answers by control, for the frameworks that were asked for.</summary>
    public ImmutableArray<FrameworkResult> Frameworks { get; init; } = [];

    /// <summary>What was decided about it; null for an audit alone.</summary>
    public SignOff? SignOff { get; init; }

    /// <summary>0 nothing at or above <see cref="FailOn"/>, 1 findings, 3 incomplete. The same for every format.</summary>
    public required int ExitCode { get; init; }
}

/// <summary>What made the report.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="Version">Its semantic version.</param>
/// <param name="RulesDigest">SHA-256 over every rule and catalog that was in force.</param>
public sealed record ToolInfo(string Name, string Version, ContentDigest RulesDigest);

/// <summary>What the audit says about a server, and about the run as a whole: the worst of its servers, in this order.</summary>
public enum Verdict
{
    Approved,
    Conditional,
    Incomplete,
    Rejected,
}

/// <summary>What a rule came to on a server, or on the run: silence is never ambiguous.</summary>
public enum Outcome
{
    /// <summary>The rule asked and found nothing.</summary>
    Clear,

    /// <summary>The rule found something.</summary>
    Fired,

    /// <summary>There was nothing of its kind, or no subject had the fields it asks about.</summary>
    NotApplicable,

    /// <summary>Something it would have asked about could not be read.</summary>
    Incomplete,
}

/// <summary>A server in the report.</summary>
public sealed record ServerReport
{
    public required string Id { get; init; }

    public required Untrusted Name { get; init; }

    public required Untrusted Version { get; init; }

    public required string Path { get; init; }

    public string? Group { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Its verdict if nothing were waived; null where nothing of it is.</summary>
    public Verdict? VerdictWithoutWaivers { get; init; }

    /// <summary>The highest severity of its open findings; null where there is none.</summary>
    public Severity? Risk { get; init; }

    /// <summary>Open findings by severity, index = <see cref="Severity"/>.</summary>
    public required ImmutableArray<int> Counts { get; init; }

    public required ImmutableArray<ToolReport> Tools { get; init; }

    /// <summary>What it can do as a whole: its tools together, and what its launches, profiles and manifests say.</summary>
    public CapabilityReports Capabilities { get; init; } = CapabilityReports.Empty;

    /// <summary>How many prompts, resources, launches, remotes and packages it has, by kind.</summary>
    public required ImmutableArray<SubjectCount> Parts { get; init; }

    /// <summary>Outcome of each rule on this server, in the order of <see cref="AuditReport.Rules"/>.</summary>
    public required ImmutableArray<Outcome> Outcomes { get; init; }
}

/// <summary>How many subjects of a kind a server has.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">The number.</param>
public sealed record SubjectCount(SubjectKind Kind, int Count);

/// <summary>A tool in the report.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Capabilities">What it can do.</param>
public sealed record ToolReport(Untrusted Name, CapabilityReports Capabilities);

/// <summary>A rule that was asked, and what it came to over the whole run.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Outcome">Fired, else incomplete, else clear, else not applicable.</param>
/// <param name="Subjects">How many subjects it was asked about.</param>
public sealed record RuleResult(Rule Rule, Outcome Outcome, int Subjects);

/// <summary>A notice as reports show it.</summary>
public sealed record ReportNotice(NoticeSeverity Severity, string Message, string? Path, Place? Place);
