using System.Globalization;
using McpScan.Standards;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Governance.SignOffs;

/// <summary>Whether a policy lets a person give a sign-off.</summary>
public static class ApprovalGuard
{
    /// <summary>Why it does not, with the place in the policy; null where it does.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="signOff">The decision.</param>
    /// <param name="answerable">Servers and the owners and authors that they name.</param>
    public static string? Objection(Policy policy, SignOff signOff, IEnumerable<(string Server, string Person)> answerable)
    {
        if (policy is not { Clauses.Approval: { } clause, Source: { } source } || (Entitlement(clause, signOff) ?? Separation(clause, signOff, answerable)) is not { } message)
        {
            return null;
        }

        var place = YamlReader.Read(source).Root is ObjectNode root ? root.Find("approval")?.Name.Span.Start : null;
        return source.MessageAt(place ?? 0, message);
    }

    private static string? Entitlement(ApprovalClause clause, SignOff signOff)
    {
        if (!clause.Entitles(signOff.Approver))
        {
            return $"'{new Untrusted(signOff.Approver)}' is not among the approvers of the policy; one of them must decide.";
        }

        var approver = clause.Find(signOff.Approver);
        if (approver?.Role is { } role && !string.Equals(role, signOff.Role, StringComparison.OrdinalIgnoreCase))
        {
            return $"The policy has '{new Untrusted(approver.Name)}' as '{new Untrusted(role)}', not as '{new Untrusted(signOff.Role)}'; say the role that it gives.";
        }

        if (approver?.Key is { } key && signOff.KeyId != key)
        {
            return $"The policy binds '{new Untrusted(approver.Name)}' to the key {new Untrusted(key)}; sign with that one, not with {signOff.KeyId}.";
        }

        var last = DateOnly.FromDateTime(signOff.Decided.UtcDateTime).AddDays(clause.ValidDays ?? 0);
        return clause.ValidDays is { } days && signOff.Expires > last
            ? string.Create(CultureInfo.InvariantCulture, $"A sign-off lasts at most {days} day{(days == 1 ? "" : "s")} here, until {last:yyyy-MM-dd}; expire it by then.")
            : null;
    }

    private static string? Separation(ApprovalClause clause, SignOff signOff, IEnumerable<(string Server, string Person)> answerable)
    {
        if (!clause.SeparationOfDuty)
        {
            return null;
        }

        if (signOff.Requester is null)
        {
            return "Duties are separated: name who asked for the decision with --requester.";
        }

        if (Person.IsSame(signOff.Requester, signOff.Approver))
        {
            return $"Duties are separated: '{new Untrusted(signOff.Approver)}' asked for the decision; another person must make it.";
        }

        foreach (var (server, person) in answerable)
        {
            if (Person.IsSame(person, signOff.Approver))
            {
                return $"Duties are separated: '{new Untrusted(signOff.Approver)}' is the owner or author of the server '{new Untrusted(server)}'; another person must decide.";
            }
        }

        return null;
    }
}
