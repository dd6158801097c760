using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Standards;

/// <summary>What can be required of a server's metadata, with the field that holds it.</summary>
public static class MetadataItems
{
    public const string LastAudit = "lastAudit";

    public static readonly ImmutableArray<(string Name, Field Field)> All =
    [
        ("owner", ServerFields.Owner),
        ("purpose", ServerFields.Purpose),
        ("dataClassification", ServerFields.DataClassification),
        (LastAudit, ServerFields.LastAudit),
        ("reviewInterval", ServerFields.ReviewInterval),
        ("approval", ServerFields.ApprovedBy),
        ("approvalExpires", ServerFields.ApprovalExpires),
        ("incidentContact", ServerFields.IncidentContact),
    ];

    /// <summary>The field of an item.</summary>
    public static Field FieldOf(string name) => All.First(item => item.Name == name).Field;
}
