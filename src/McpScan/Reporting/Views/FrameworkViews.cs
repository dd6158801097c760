using McpScan.Auditing;

namespace McpScan.Reporting.Views;

/// <summary>A compliance framework as a template sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name and version.</param>
/// <param name="About">What files can show of it.</param>
/// <param name="Counts">Such as <c>3 not met, 5 met, 2 not covered</c>.</param>
/// <param name="Controls">The controls that something speaks to.</param>
/// <param name="NotCovered">The others.</param>
internal sealed record FrameworkView(string Id, string Name, string About, string Counts, IReadOnlyList<ControlView> Controls, IReadOnlyList<ControlView> NotCovered);

/// <summary>A control as a template sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Status">Such as <c>not met</c>.</param>
/// <param name="Class">The same as one word.</param>
/// <param name="Reason">Why.</param>
/// <param name="Rules">The rules that found something, such as <c>MCPS1001, MCPS6001</c>; null where none did.</param>
internal sealed record ControlView(string Id, string Title, string Status, string Class, string Reason, string? Rules);

/// <summary>Makes the views of frameworks.</summary>
internal static class FrameworkViews
{
    public static List<FrameworkView> Of(AuditReport report) => [.. report.Frameworks.Select(Of)];

    /// <summary>How many controls have which status, in words; those that count first.</summary>
    public static string Counts(FrameworkResult result)
    {
        ControlStatus[] order = [ControlStatus.NotMet, ControlStatus.NotExamined, ControlStatus.Met, ControlStatus.NotCovered];
        return string.Join(", ", order.Where(status => result.Count(status) > 0).Select(status => $"{result.Count(status)} {Phrase(status)}"));
    }

    /// <summary>A status as people write it.</summary>
    public static string Phrase(ControlStatus status) => Words.Of(status).Replace('-', ' ');

    /// <summary>The rules that found something, by id.</summary>
    public static string? Rules(ControlResult control) =>
        control.Findings.IsEmpty ? null : string.Join(", ", control.Findings.Select(finding => finding.Rule.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static FrameworkView Of(FrameworkResult result)
    {
        var views = result.Controls.ToLookup(control => control.Status == ControlStatus.NotCovered, View);
        return new FrameworkView(
            result.Framework.Id, $"{result.Framework.Name} {result.Framework.Version}", result.Framework.About, Counts(result), [.. views[false]], [.. views[true]]);
    }

    private static ControlView View(ControlResult control) =>
        new(control.Control.Id, control.Control.Title, Phrase(control.Status), Words.Of(control.Status), control.Reason, Rules(control));
}
