using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Modeling;

/// <summary>
/// Finds who answers for a server and when it was looked at, in whatever manifest or registry file says so. No format defines these members, so the usual names are taken
/// in any spelling (<c>lastAudit</c>, <c>last_audit</c>, <c>last-audit</c>), beside the server's other members, or in a group such as <c>governance</c> or <c>_meta</c>.
/// </summary>
public static class GovernanceMetadata
{
    private static readonly ImmutableArray<string> Groups = ["governance", "meta", "metadata", "custommetadata", "xgovernance", "annotations"];

    /// <summary>A publisher's own members stand three levels down in a registry manifest.</summary>
    private const int MaxDepth = 4;

    private static readonly Dictionary<string, Field> Members = new(StringComparer.Ordinal)
    {
        ["owner"] = ServerFields.Owner, ["ownerteam"] = ServerFields.Owner, ["owningteam"] = ServerFields.Owner, ["owners"] = ServerFields.Owner,
        ["purpose"] = ServerFields.Purpose, ["businesspurpose"] = ServerFields.Purpose, ["justification"] = ServerFields.Purpose,
        ["dataclassification"] = ServerFields.DataClassification, ["dataclass"] = ServerFields.DataClassification, ["classification"] = ServerFields.DataClassification,
        ["lastaudit"] = ServerFields.LastAudit, ["lastaudited"] = ServerFields.LastAudit, ["lastauditdate"] = ServerFields.LastAudit,
        ["lastreview"] = ServerFields.LastAudit, ["lastreviewed"] = ServerFields.LastAudit,
        ["reviewinterval"] = ServerFields.ReviewInterval, ["auditinterval"] = ServerFields.ReviewInterval, ["reviewintervaldays"] = ServerFields.ReviewInterval,
        ["approvedby"] = ServerFields.ApprovedBy, ["approver"] = ServerFields.ApprovedBy,
        ["approvalexpires"] = ServerFields.ApprovalExpires, ["approvaluntil"] = ServerFields.ApprovalExpires, ["approveduntil"] = ServerFields.ApprovalExpires,
        ["approvalexpiry"] = ServerFields.ApprovalExpires,
        ["incidentcontact"] = ServerFields.IncidentContact, ["securitycontact"] = ServerFields.IncidentContact, ["oncall"] = ServerFields.IncidentContact,
    };

    private static readonly Dictionary<string, Field> ApprovalMembers = new(StringComparer.Ordinal)
    {
        ["by"] = ServerFields.ApprovedBy, ["name"] = ServerFields.ApprovedBy, ["approver"] = ServerFields.ApprovedBy, ["approvedby"] = ServerFields.ApprovedBy,
        ["expires"] = ServerFields.ApprovalExpires, ["expiry"] = ServerFields.ApprovalExpires, ["until"] = ServerFields.ApprovalExpires, ["validuntil"] = ServerFields.ApprovalExpires,
    };

    /// <summary>Adds what a manifest, or the entry of a registry file, says; what its reader has taken already is not added twice.</summary>
    public static void Add(DataNode definition, EntryCollector entries)
    {
        var known = new HashSet<DataNode>(entries.ToEntries().Where(static entry => IsOurs(entry.Field)).Select(static entry => entry.Node), NodeIdentity.Instance);
        Add(definition, entries, known, 0);
    }

    private static void Add(DataNode node, EntryCollector entries, HashSet<DataNode> known, int depth)
    {
        foreach (var member in node.Members)
        {
            var name = Fold(member.Name.Value);
            if (Members.TryGetValue(name, out var field))
            {
                AddAll(field, member.Value, entries, known);
            }
            else if (name == "approval")
            {
                AddApproval(member.Value, entries, known);
            }
            else if (depth < MaxDepth && member.Value is ObjectNode group && (depth > 0 || Groups.Contains(name)) && entries.Enter(depth))
            {
                Add(group, entries, known, depth + 1);
            }
        }
    }

    private static void AddApproval(DataNode approval, EntryCollector entries, HashSet<DataNode> known)
    {
        if (approval is ScalarNode { Kind: ScalarKind.String })
        {
            AddAll(ServerFields.ApprovedBy, approval, entries, known);
        }

        foreach (var member in approval.Members)
        {
            if (ApprovalMembers.TryGetValue(Fold(member.Name.Value), out var field))
            {
                AddAll(field, member.Value, entries, known);
            }
        }
    }

    private static void AddAll(Field field, DataNode node, EntryCollector entries, HashSet<DataNode> known)
    {
        foreach (var scalar in Scalars(node))
        {
            if (known.Add(scalar))
            {
                entries.Add(field, scalar);
            }
        }
    }

    private static bool IsOurs(Field field) => Members.ContainsValue(field);

    /// <summary>A text or a number, several of them, or the name or address of a person. What is empty declares nothing.</summary>
    private static ImmutableArray<ScalarNode> Scalars(DataNode node) => node switch
    {
        ScalarNode { Kind: ScalarKind.String or ScalarKind.Number } scalar when !string.IsNullOrWhiteSpace(scalar.Value) => [scalar],
        ArrayNode => [.. node.Items.ToArray().SelectMany(static item => item is ArrayNode ? [] : Scalars(item))],
        ObjectNode => (node["name"] ?? node["team"] ?? node["email"] ?? node["value"]) is ScalarNode person && !string.IsNullOrWhiteSpace(person.Value) ? [person] : [],
        _ => [],
    };

    private static string Fold(string name) => name.Length > 40 ? "" : string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
