using System.Text;
using McpScan.Auditing.Locking;
using McpScan.Reporting.Markdown;

namespace McpScan.Reporting.Delta;

/// <summary>The changes as a table for a pull request: short enough for a comment as a rule.</summary>
public static class DeltaMarkdown
{
    private const int Rows = 100;
    private const int Powers = 50;

    /// <summary>Writes UTF-8.</summary>
    public static void Render(DeltaReport delta, Stream output)
    {
        var view = DeltaView.Of(delta);
        var page = new DeltaPage(
            view,
            [.. view.Rows.Take(Rows).Select(static row => new DeltaLine(Words.Of(row.Severity), row.Server.Raw, row.What.Raw, row.Change.Before?.Raw, row.After?.Raw, row.Rule.Id))],
            Math.Max(0, view.Rows.Length - Rows),
            [.. view.Powers.Take(Powers).Select(static power => new PowerLine(power.Server.Raw, [.. power.Acts.Take(Powers).Select(static act => act.Raw)]))],
            [.. view.Notices.Select(static notice => new NoticeLine(Words.Of(notice.Severity), notice.Path, notice.Message))]);
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024, leaveOpen: true);
        TemplateSet.BuiltIn.Compile("markdown/diff.md.hbs", new MarkdownEscaper(), MarkdownRenderer.AddHelpers)(text, page, null!);
    }
}

internal sealed record DeltaPage(DeltaView View, IReadOnlyList<DeltaLine> Rows, int RowsLeftOut, IReadOnlyList<PowerLine> Powers, IReadOnlyList<NoticeLine> Notices)
{
    public string Old => View.Old.Raw;

    public string New => View.New.Raw;
}

internal sealed record DeltaLine(string Severity, string Server, string What, string? Before, string? After, string RuleId);

internal sealed record PowerLine(string Server, IReadOnlyList<string> Acts);

internal sealed record NoticeLine(string Severity, string? Path, string Message);
