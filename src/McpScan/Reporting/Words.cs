using System.Globalization;
using McpScan.Auditing;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Reporting;

/// <summary>The words that reports for people share: the same thing has the same name in each of them.</summary>
internal static class Words
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.High => "high",
        Severity.Medium => "medium",
        Severity.Low => "low",
        _ => "info",
    };

    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.High => "high",
        Confidence.Medium => "medium",
        _ => "low",
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Rejected => "rejected",
        Verdict.Incomplete => "incomplete",
        Verdict.Conditional => "conditional",
        _ => "approved",
    };

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Fired => "fired",
        Outcome.Clear => "clear",
        Outcome.Incomplete => "incomplete",
        _ => "not applicable",
    };

    public static string Of(FindingStatus status) => status switch
    {
        FindingStatus.Waived => "waived",
        FindingStatus.Baseline => "in the baseline",
        _ => "open",
    };

    public static string Of(NoticeSeverity severity) => severity switch
    {
        NoticeSeverity.Error => "error",
        NoticeSeverity.Warning => "warning",
        _ => "info",
    };

    public static string Of(SubjectKind kind) => kind switch
    {
        SubjectKind.Server => "server",
        SubjectKind.Tool => "tool",
        SubjectKind.Prompt => "prompt",
        SubjectKind.Resource => "resource",
        SubjectKind.Launch => "launch",
        SubjectKind.Remote => "remote",
        SubjectKind.Package => "package",
        SubjectKind.Input => "input",
        SubjectKind.Client => "client",
        SubjectKind.Permissions => "permissions",
        _ => "file",
    };

    /// <summary><c>1 finding</c>, <c>2,000 findings</c>.</summary>
    public static string Count(int count, string singular, string? plural = null) =>
        count.ToString("N0", CultureInfo.InvariantCulture) + " " + (count == 1 ? singular : plural ?? singular + "s");

    /// <summary><c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    /// <summary>Severities with a count, worst first: <c>1 critical, 2 high</c>; empty where nothing is counted.</summary>
    /// <param name="counts">Index = <see cref="Severity"/>.</param>
    public static string Counts(IReadOnlyList<int> counts) => string.Join(", ", CountWords(counts));

    /// <summary>One text for each severity with a count, worst first.</summary>
    public static List<string> CountWords(IReadOnlyList<int> counts)
    {
        var parts = new List<string>(5);
        for (var s = Severity.Critical; s >= Severity.Info; s--)
        {
            if (counts[(int)s] > 0)
            {
                parts.Add(counts[(int)s].ToString("N0", CultureInfo.InvariantCulture) + " " + Of(s));
            }
        }

        return parts;
    }
}
