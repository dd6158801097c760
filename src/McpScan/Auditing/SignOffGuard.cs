using McpScan.Governance.SignOffs;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Auditing;

/// <summary>Keeps a decision from saying more than the audit bears (docs/decisions/0021).</summary>
public static class SignOffGuard
{
    /// <summary>The owners and authors that servers name.</summary>
    public static IEnumerable<(string Server, string Person)> Answerable(Inventory inventory) =>
        from server in inventory.Servers
        from subject in server.Subjects
        from field in (Field[])[ServerFields.Owner, ServerFields.Publisher]
        from entry in subject.Select(field)
        where entry.Node is ScalarNode
        select (server.Name.Raw, ((ScalarNode)entry.Node).Value);

    /// <summary>Why the decision must not be signed over this audit, with the mend; null where it may.</summary>
    public static string? Objection(AuditReport report, SignOff signOff)
    {
        if (report.Inputs.IsEmpty)
        {
            return "Nothing was found to audit, so there is nothing to decide about.";
        }

        if (signOff.Decision == Decision.Reject || report.ExitCode == 0)
        {
            return null;
        }

        var why = report.ExitCode == 1
            ? "The audit rejects: there are open findings at or above the threshold."
            : "The audit is incomplete: what was not examined may hold findings.";
        return signOff.Decision == Decision.Approve
            ? $"{why} It cannot be approved as it is: mend or waive what was found, decide 'approve-with-conditions', or 'reject'."
            : signOff.ResidualRisks.IsEmpty
                ? $"{why} Approving it all the same takes a risk: say which, with --residual-risk."
                : null;
    }
}
