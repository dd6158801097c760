using System.Globalization;
using McpScan.Auditing;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Reporting;

/// <summary>Turns of phrase that the reports for people share.</summary>
internal static class Phrases
{
    /// <summary><c>1 finding</c>, <c>2,000 findings</c>.</summary>
    public static string Count(int count, string singular, string? plural = null) =>
        count.ToString("N0", CultureInfo.InvariantCulture) + " " + (count == 1 ? singular : plural ?? singular + "s");

    /// <summary>Who accepted a finding, until when and why, in a sentence.</summary>
    public static string Accepted(WaiverReport waiver)
    {
        var until = waiver.Expires is { } expires ? $" until {Days.Show(expires)}" : "";
        return $"Accepted by {waiver.Approver} on {Days.Show(waiver.Created)}{until}: {waiver.Reason.TrimEnd('.')}.";
    }

    /// <summary><c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    /// <summary>Sentences in a row, those that are empty left out; each gets its full stop.</summary>
    public static string Sentences(params ReadOnlySpan<string> sentences)
    {
        var text = "";
        foreach (var sentence in sentences)
        {
            text += sentence.Length == 0 ? "" : $"{(text.Length == 0 ? "" : " ")}{sentence}.";
        }

        return text;
    }

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
                parts.Add(counts[(int)s].ToString("N0", CultureInfo.InvariantCulture) + " " + Words.Of(s));
            }
        }

        return parts;
    }
}
