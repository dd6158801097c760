using System.Globalization;
using McpScan.Governance.SignOffs;

namespace McpScan.Reporting.Views;

/// <summary>A decision as a template sees it.</summary>
/// <param name="Title">Such as <c>Approved with conditions</c>.</param>
/// <param name="Verdict">The verdict whose look it has.</param>
/// <param name="Scope">What it is about; null where nothing was said.</param>
/// <param name="Conditions">What must be done, and by when.</param>
/// <param name="Risks">Accepted risks.</param>
/// <param name="Approver">Who decided.</param>
/// <param name="Role">In which role.</param>
/// <param name="Requester">Who asked; null where nobody is named.</param>
/// <param name="Decided">The time in UTC.</param>
/// <param name="Expires">The last day.</param>
/// <param name="KeyId">The key that it is signed with.</param>
internal sealed record SignOffView(
    string Title, string Verdict, string? Scope, IReadOnlyList<ConditionView> Conditions, IReadOnlyList<string> Risks, string Approver, string Role, string? Requester,
    string Decided, string Expires, string KeyId)
{
    public static SignOffView Of(SignOff signOff)
    {
        var (title, verdict) = signOff.Decision switch
        {
            Decision.Approve => ("Approved", "approved"),
            Decision.ApproveWithConditions => ("Approved with conditions", "conditional"),
            _ => ("Rejected", "rejected"),
        };
        return new SignOffView(
            title, verdict, signOff.Scope, [.. signOff.Conditions.Select(condition => new ConditionView(condition.Text, Day(condition.Due)))], signOff.ResidualRisks,
            signOff.Approver, signOff.Role, signOff.Requester,
            signOff.Decided.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture), Day(signOff.Expires), signOff.KeyId);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A condition as a template sees it.</summary>
internal sealed record ConditionView(string Text, string Due);
