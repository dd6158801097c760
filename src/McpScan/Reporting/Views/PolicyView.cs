using System.Globalization;
using McpScan.Auditing;
using McpScan.Text;

namespace McpScan.Reporting.Views;

/// <summary>The policy as a template sees it.</summary>
/// <param name="Name">Its name, else its file; null where only waivers were given.</param>
/// <param name="Digest">SHA-256 of its text; null where there is none.</param>
/// <param name="Day">The day that the audit went by.</param>
/// <param name="Waivers">Its waivers.</param>
internal sealed record PolicyView(string? Name, string? Digest, string? Day, IReadOnlyList<WaiverView> Waivers)
{
    public static PolicyView Of(PolicyReport policy) => new(
        policy.Name ?? policy.Path, policy.Digest?.ToString(), policy.Day is { } day ? Days.Show(day) : null, [.. policy.Waivers.Select(Of)]);

    private static WaiverView Of(WaiverReport waiver) => new(
        waiver.Name,
        Phrases.Accepted(waiver),
        waiver.Problems.IsEmpty ? $"waives {waiver.Waived.ToString(CultureInfo.InvariantCulture)}" : string.Join(", ", waiver.Problems),
        FindingViews.At(waiver.Place));
}

/// <summary>A waiver as a template sees it.</summary>
/// <param name="Name">Rule and place.</param>
/// <param name="Accepted">Who accepted it, until when and why.</param>
/// <param name="State">What came of it: how many findings it waives, or what is wrong with it.</param>
/// <param name="At">Where it is written.</param>
internal sealed record WaiverView(string Name, string Accepted, string State, string At);
