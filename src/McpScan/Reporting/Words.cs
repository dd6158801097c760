using McpScan.Auditing;
using McpScan.Governance.Baselines;
using McpScan.Governance.Locking;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Reporting;

/// <summary>How enumerations read in every format: lower case, two words joined by a hyphen.</summary>
internal static class Words
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.High => "high",
        Severity.Medium => "medium",
        Severity.Low => "low",
        _ => "info",
    };

    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.High => "high",
        Confidence.Medium => "medium",
        _ => "low",
    };

    public static string Of(Operation operation) => operation switch
    {
        Operation.Read => "read",
        Operation.Create => "create",
        Operation.Change => "change",
        Operation.Send => "send",
        Operation.Delete => "delete",
        _ => "execute",
    };

    public static string Of(Sensitivity sensitivity) => sensitivity switch
    {
        Sensitivity.Public => "public",
        Sensitivity.Internal => "internal",
        Sensitivity.Personal => "personal",
        _ => "secret",
    };

    public static string Of(ClaimKind claim) => claim switch
    {
        ClaimKind.ReadOnly => "read-only",
        ClaimKind.NotDestructive => "not-destructive",
        ClaimKind.Idempotent => "idempotent",
        _ => "closed-world",
    };

    public static string Of(CapabilityStanding standing) => standing switch
    {
        CapabilityStanding.Declared => "declared",
        CapabilityStanding.Observed => "observed",
        CapabilityStanding.Both => "both",
        _ => "none",
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Approved => "approved",
        Verdict.Conditional => "conditional",
        Verdict.Incomplete => "incomplete",
        _ => "rejected",
    };

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Clear => "clear",
        Outcome.Fired => "fired",
        Outcome.NotApplicable => "not-applicable",
        _ => "incomplete",
    };

    public static string Of(ControlStatus status) => status switch
    {
        ControlStatus.Met => "met",
        ControlStatus.NotMet => "not-met",
        ControlStatus.NotExamined => "not-examined",
        _ => "not-covered",
    };

    public static string Of(FindingStatus status) => status switch
    {
        FindingStatus.Open => "open",
        FindingStatus.Waived => "waived",
        _ => "baseline",
    };

    public static string Of(ChangeKind kind) => Kebab.Of(kind.ToString());

    public static string Of(BaselineState state) => state switch
    {
        BaselineState.New => "new",
        BaselineState.Unchanged => "unchanged",
        _ => "updated",
    };

    public static string Of(ReachKind kind) => kind switch
    {
        ReachKind.Host => "host",
        ReachKind.Path => "path",
        ReachKind.Secret => "secret",
        _ => "scope",
    };

    public static string Of(NoticeSeverity severity) => severity switch
    {
        NoticeSeverity.Info => "info",
        NoticeSeverity.Warning => "warning",
        _ => "error",
    };

    public static string Of(AgentKind kind) => kind switch
    {
        AgentKind.Declared => "declared",
        _ => "client",
    };

    public static string Of(GrantStanding standing) => standing switch
    {
        GrantStanding.Allowed => "allowed",
        GrantStanding.Deprecated => "deprecated",
        GrantStanding.Contradictory => "contradictory",
        GrantStanding.Denied => "denied",
        _ => "unknown",
    };

    public static string Of(SubjectKind kind) => kind switch
    {
        SubjectKind.Server => "server",
        SubjectKind.Tool => "tool",
        SubjectKind.Prompt => "prompt",
        SubjectKind.Resource => "resource",
        SubjectKind.Launch => "launch",
        SubjectKind.Remote => "remote",
        SubjectKind.Package => "package",
        SubjectKind.Input => "input",
        SubjectKind.Client => "client",
        SubjectKind.Permissions => "permissions",
        SubjectKind.Gateway => "gateway",
        SubjectKind.Agent => "agent",
        SubjectKind.Limits => "limits",
        SubjectKind.Limit => "limit",
        SubjectKind.Trail => "trail",
        SubjectKind.Reach => "reach",
        SubjectKind.Waiver => "waiver",
        _ => "file",
    };
}
