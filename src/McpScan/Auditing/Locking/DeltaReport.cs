using McpScan.Governance.Locking;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Auditing.Locking;

/// <summary>How a later state differs from an earlier one, as the rules about drift judge it.</summary>
/// <param name="Old">What the earlier state is called.</param>
/// <param name="New">What the later state is called.</param>
/// <param name="Report">The findings of these rules on the later state.</param>
/// <param name="IsComplete">Whether all of both could be read.</param>
public sealed record DeltaReport(string Old, string New, AuditReport Report, bool IsComplete)
{
    /// <summary>0 nothing at or above the threshold, 1 drift, 3 incomplete. The same for every format.</summary>
    public int ExitCode => Report.ExitCode == 0 && !IsComplete ? 3 : Report.ExitCode;

    /// <summary>Holds the files of a later state against an earlier one.</summary>
    /// <param name="old">The earlier state: its name and lock.</param>
    /// <param name="new">The later state: its name and what was found.</param>
    /// <param name="rules">The rules; those of other families are not asked.</param>
    /// <param name="options">What decides besides.</param>
    public static DeltaReport Of((string Name, LockFile Lock) old, (string Name, Inventory Inventory) @new, RuleSet rules, AuditOptions options) =>
        Of(old, @new.Name, Drift.Mark(@new.Inventory, old.Lock), rules, options);

    /// <summary>Holds a later lock against an earlier one.</summary>
    public static DeltaReport Of((string Name, LockFile Lock) old, (string Name, LockFile Lock) @new, RuleSet rules, AuditOptions options) =>
        Of(old, @new.Name, Drift.Mark(LockInventory.Of(@new.Lock), old.Lock, @new.Lock), rules, options);

    private static DeltaReport Of((string Name, LockFile Lock) old, string @new, Inventory marked, RuleSet rules, AuditOptions options)
    {
        var report = Auditor.Audit(marked, rules.Of(Drift.Family), options);
        return new DeltaReport(old.Name, @new, report, old.Lock.IsComplete && report.Notices.All(static notice => notice.Severity != NoticeSeverity.Error));
    }
}
