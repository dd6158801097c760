using McpScan.Auditing;
using McpScan.Reporting.Views;

namespace McpScan.Reporting.Terminal;

/// <summary>Prints the answers by control.</summary>
internal sealed class FrameworkPrinter(ConsoleWriter writer, bool isVerbose)
{
    private const int AnswerWidth = 13;

    public void Print(FrameworkResult result)
    {
        var shown = result.Controls.Where(control => isVerbose || control.Status != ControlStatus.NotCovered).ToList();
        var idWidth = shown.Count == 0 ? 0 : shown.Max(control => control.Control.Id.Length) + 2;
        foreach (var control in shown)
        {
            writer.Write(control.Control.Id.PadRight(idWidth)).Write(FrameworkViews.Phrase(control.Status).PadRight(AnswerWidth + 1), Of(control.Status));
            var rules = FrameworkViews.Rules(control) is { } ids ? $" ({ids})" : "";
            writer.Wrap($"{control.Control.Title}: {control.Reason}{rules}", idWidth + AnswerWidth + 1);
        }

        writer.Write(result.Framework.Id, Sgr.Bold).Write(": ").Wrap($"{FrameworkViews.Counts(result)}{(shown.Count < result.Controls.Length ? " (named with --verbose)" : "")}", 4);
        writer.EndLine();
    }

    private static string? Of(ControlStatus status) => status switch
    {
        ControlStatus.NotMet => Sgr.Of(Verdict.Rejected),
        ControlStatus.NotExamined => Sgr.Of(Verdict.Incomplete),
        ControlStatus.Met => Sgr.Of(Verdict.Approved),
        _ => null,
    };
}
