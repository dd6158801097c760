using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Standards;

/// <summary>What can be required of a server's metadata, with the field that holds it.</summary>
public static class MetadataItems
{
    public static readonly ImmutableArray<(string Name, Field Field)> All =
    [
        ("owner", ServerFields.Owner),
        ("purpose", ServerFields.Purpose),
        ("dataClassification", ServerFields.DataClassification),
        ("lastAudit", ServerFields.LastAudit),
        ("reviewInterval", ServerFields.ReviewInterval),
        ("approval", ServerFields.ApprovedBy),
        ("approvalExpires", ServerFields.ApprovalExpires),
        ("incidentContact", ServerFields.IncidentContact),
    ];
}
