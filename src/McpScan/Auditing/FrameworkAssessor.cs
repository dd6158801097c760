using System.Collections.Immutable;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Reads a report by the controls of a framework (docs/decisions/0022). Pure.</summary>
public sealed class FrameworkAssessor
{
    /// <summary>Rules that a reason names.</summary>
    private const int MaxNamed = 5;

    private readonly AuditReport _report;
    private readonly RuleSet _rules;
    private readonly AuditOptions _options;
    private readonly Dictionary<string, RuleResult> _asked;
    private readonly ILookup<string, Finding> _findings;

    private FrameworkAssessor(AuditReport report, RuleSet rules, AuditOptions options)
    {
        _report = report;
        _rules = rules;
        _options = options;
        _asked = report.Rules.ToDictionary(result => result.Rule.Id, StringComparer.Ordinal);
        _findings = report.Findings.ToLookup(finding => finding.Rule.Id, StringComparer.Ordinal);
    }

    private bool IsIncomplete => _report.Verdict == Verdict.Incomplete || _report.Notices.Any(notice => notice.Severity == NoticeSeverity.Error);

    /// <summary>The report with an answer for each control of some frameworks.</summary>
    /// <param name="report">The report, with the decision where there is one.</param>
    /// <param name="frameworks">The frameworks.</param>
    /// <param name="rules">All rules, also those that were not asked.</param>
    /// <param name="options">What decided about the report.</param>
    public static AuditReport Assess(AuditReport report, ImmutableArray<Framework> frameworks, RuleSet rules, AuditOptions options)
    {
        var assessor = new FrameworkAssessor(report, rules, options);
        return report with { Frameworks = [.. frameworks.Select(framework => new FrameworkResult(framework, [.. framework.Controls.Select(assessor.Assess)]))] };
    }

    private ControlResult Assess(FrameworkControl control)
    {
        var speaking = _rules.Rules.Where(rule => rule.Status == RuleStatus.Stable && control.IsAskedBy(rule)).ToList();
        ImmutableArray<Finding> findings = [.. _report.Rules.Where(result => control.IsAskedBy(result.Rule)).SelectMany(result => _findings[result.Rule.Id])];
        var (status, reason) = Answer(control, speaking, findings);
        return new ControlResult(control, status, reason) { Rules = [.. speaking.Where(IsAsked)], Findings = findings };
    }

    private (ControlStatus Status, string Reason) Answer(FrameworkControl control, List<Rule> speaking, ImmutableArray<Finding> findings)
    {
        var against = findings.Count(IsAgainst);
        if (against > 0)
        {
            var waived = findings.Count(finding => IsAgainst(finding) && finding.Status != FindingStatus.Open);
            return (ControlStatus.NotMet, Count(against, "finding") + (waived == 0 ? "" : $", {waived} of them accepted"));
        }

        if (control.ShownBy != Proof.None)
        {
            return Missing(control.ShownBy) is { } missing ? (ControlStatus.NotExamined, missing) : Rest(speaking, findings) ?? (ControlStatus.Met, Shown(control.ShownBy));
        }

        if (speaking.Count == 0)
        {
            return (ControlStatus.NotCovered, control.NotCovered ?? "No rule speaks to it.");
        }

        return Rest(speaking, findings)
            ?? (speaking.TrueForAll(rule => _asked[rule.Id].Outcome == Outcome.NotApplicable)
                ? (ControlStatus.NotExamined, "Nothing of its kind was among the inputs.")
                : control.IsExposureOnly
                ? (ControlStatus.NotExamined, "Nothing was found against it; whether it holds, files cannot show.")
                : (ControlStatus.Met, $"{Count(speaking.Count, "rule")} found nothing of medium severity or above{(findings.IsEmpty ? "" : $", and {findings.Length} below")}"));
    }

    /// <summary>Why the rules that speak to a control cannot clear it; null where they can.</summary>
    private (ControlStatus Status, string Reason)? Rest(List<Rule> speaking, ImmutableArray<Finding> findings)
    {
        // A policy must not be able to meet a control by not asking.
        var off = speaking.Where(rule => !IsAsked(rule)).Select(rule => rule.Id).ToList();
        if (off.Count > 0)
        {
            var more = off.Count > MaxNamed ? $" and {off.Count - MaxNamed} more" : "";
            return (ControlStatus.NotExamined, $"Rules that speak to it were switched off: {string.Join(", ", off.Take(MaxNamed))}{more}.");
        }

        if (speaking.Exists(rule => _asked[rule.Id].Outcome == Outcome.Incomplete))
        {
            return (ControlStatus.NotExamined, "Not everything could be read.");
        }

        return speaking.Exists(rule => _asked[rule.Id].Outcome == Outcome.Fired && !findings.Any(finding => finding.Rule.Id == rule.Id))
            ? (ControlStatus.NotExamined, "Findings of low confidence were left out.")
            : null;
    }

    private bool IsAsked(Rule rule) => _asked.ContainsKey(rule.Id);

    /// <summary>The rule's own severity counts even where the policy lowers it: the framework is not the policy's.</summary>
    private static bool IsAgainst(Finding finding) => finding.Severity >= Severity.Medium || finding.Rule.Severity >= Severity.Medium;

    private string? Missing(Proof proof) => proof switch
    {
        Proof.Audit => IsIncomplete ? "The audit is incomplete." : null,
        Proof.Policy => _options.Policy.Source is null ? "No policy was in force." : null,
        Proof.Lock => _options.IsLocked ? null : "No lock was in force.",
        _ => _report.SignOff is null ? "Nobody has decided yet; 'mcpscan signoff' makes it part of the report." : null,
    };

    private static string Shown(Proof proof) => proof switch
    {
        Proof.Audit => "The audit is complete, and says what it did not examine",
        Proof.Policy => "A policy was in force",
        Proof.Lock => "Definitions were held against a lock",
        _ => "A person decided, for a time, and signs for it",
    };

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
