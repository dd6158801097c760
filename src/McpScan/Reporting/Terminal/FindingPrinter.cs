using System.Globalization;
using McpScan.Auditing;

namespace McpScan.Reporting.Terminal;

/// <summary>Prints findings the way a compiler does: what, where, the text itself, why, and the mend.</summary>
internal sealed class FindingPrinter(ConsoleWriter writer, bool isVerbose)
{
    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);

    public void Print(Finding finding)
    {
        var rule = finding.Rule;
        var sgr = Sgr.Of(finding.Severity);
        var label = $"{Words.Of(finding.Severity)}[{rule.Id}]";
        writer.Write(label, sgr).Write(": ").Wrap(finding.Status == FindingStatus.Open ? rule.Title : $"{rule.Title} ({Words.Of(finding.Status)})", 4, Sgr.Bold);

        var gutter = ExcerptPrinter.Gutter(finding.Place);
        writer.Repeat(' ', gutter).Write("-->", Sgr.Gutter).Write(" ").Write(At(finding.Place)).EndLine();
        if (!finding.Place.Excerpt.IsEmpty)
        {
            ExcerptPrinter.Print(writer, finding.Place, gutter, sgr);
        }

        if (finding.Decoded is { } decoded)
        {
            Note(gutter, "decoded", decoded.ToString(), sgr);
        }

        Note(gutter, null, finding.Message);
        foreach (var change in finding.Changes)
        {
            Note(gutter, "pinned", $"{change.What}: {change.Before?.ToString() ?? "nothing"}");
        }

        if (finding.Waiver is { } waiver)
        {
            Note(gutter, "waived", Phrases.Accepted(waiver));
        }

        foreach (var related in finding.Related)
        {
            Note(gutter, related.Role, At(related.Place));
        }

        if (finding.Replacement is { } replacement)
        {
            Note(gutter, "instead", replacement.Text);
        }

        if (_explained.Add(rule.Id) || isVerbose)
        {
            Note(gutter, "why", rule.Why);
            Note(gutter, "fix", rule.Fix);
            Note(gutter, "taxa", string.Join("  ", rule.Taxa), textSgr: Sgr.Dim);
        }
        else
        {
            Note(gutter, null, $"why, fix: at {rule.Id} above", textSgr: Sgr.Dim);
        }

        if (isVerbose)
        {
            Note(gutter, "rule", $"{rule.Name}, confidence {Words.Of(finding.Confidence)}", textSgr: Sgr.Dim);
            Note(gutter, "fingerprint", finding.Fingerprint, textSgr: Sgr.Dim);
            foreach (var reference in rule.References)
            {
                Note(gutter, "see", reference, textSgr: Sgr.Dim);
            }
        }

        writer.EndLine();
    }

    public static string At(Place place) => string.Create(CultureInfo.InvariantCulture, $"{place.Path}:{place.StartLine}:{place.StartColumn}");

    private void Note(int gutter, string? label, string text, string? labelSgr = null, string? textSgr = null)
    {
        writer.Repeat(' ', gutter + 1).Write("=", Sgr.Gutter).Write(" ");
        if (label is not null)
        {
            writer.Write(label + ":", labelSgr ?? Sgr.Bold).Write(" ");
        }

        writer.Wrap(text, gutter + 3 + (label is null ? 0 : Math.Min(12, label.Length + 2)), textSgr);
    }
}
