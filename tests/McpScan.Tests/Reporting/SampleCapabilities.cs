using System.Collections.Immutable;
using McpScan.Auditing;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Tests.Reporting;

/// <summary>Capabilities as a report holds them: the first text is observed and declared, the others are declared.</summary>
internal static class SampleCapabilities
{
    public static CapabilityReports Of(params ImmutableArray<Untrusted> texts) =>
        new(texts, [One(texts[0])], [.. texts.Select(One)], [ClaimKind.ReadOnly]) { Row = Row("network both") };

    /// <summary>A row of the matrix from its cells, such as <c>money both !</c>.</summary>
    public static ImmutableArray<CapabilityCell> Row(params ReadOnlySpan<string> cells)
    {
        var row = CapabilityCell.NoRow.ToArray();
        foreach (var cell in cells)
        {
            var words = cell.Split(' ');
            row[CapabilityGroup.All.IndexOf(CapabilityGroup.All.Single(group => group.Name == words[0]))] = new CapabilityCell(Enum.Parse<CapabilityStanding>(words[1], ignoreCase: true), words.Length > 2);
        }

        return [.. row];
    }

    private static CapabilityReport One(Untrusted text) => new(
        text,
        IsExtension: false,
        Confidence.High,
        new BlastRadius(Operation.Send, IsBounded: true, IsReversible: false),
        Sensitivity.Personal,
        Evidence: text,
        new Place
        {
            Path = "tools.json", StartLine = 1, StartColumn = 2, EndLine = 1, EndColumn = 5, Offset = 1, Length = 3, LogicalPath = "server:tools/tool:t", Snippet = "", Excerpt = [],
        });
}
