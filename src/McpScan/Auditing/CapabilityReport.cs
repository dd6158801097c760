using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>What a tool or a server can do, as reports show it; by the text of the capabilities.</summary>
/// <param name="All">The texts of both lists, each once; a declaration that follows no grammar stands here alone.</param>
/// <param name="Observed">What its definition shows.</param>
/// <param name="Declared">What manifests, profiles and permissions say.</param>
/// <param name="Claims">What the annotations of a tool say of its harmlessness.</param>
public sealed record CapabilityReports(ImmutableArray<Untrusted> All, ImmutableArray<CapabilityReport> Observed, ImmutableArray<CapabilityReport> Declared, ImmutableArray<ClaimKind> Claims)
{
    public static readonly CapabilityReports Empty = new([], [], [], []);

    /// <summary>Its row of the matrix: one cell for each of <see cref="CapabilityGroup.All"/>.</summary>
    public ImmutableArray<CapabilityCell> Row { get; init; } = CapabilityCell.NoRow;
}

/// <summary>A capability as reports show it; secrets in its texts are redacted.</summary>
/// <param name="Text">The capability in the grammar.</param>
/// <param name="IsExtension">Whether its kind is McpScan's own and unknown to capgate.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Radius">How far it reaches.</param>
/// <param name="Sensitivity">For data: whom it hurts when it becomes known; null where that is not known.</param>
/// <param name="Evidence">The words that say or show it.</param>
/// <param name="Place">Where they stand; without an excerpt.</param>
public sealed record CapabilityReport(Untrusted Text, bool IsExtension, Confidence Confidence, BlastRadius Radius, Sensitivity? Sensitivity, Untrusted Evidence, Place Place);
