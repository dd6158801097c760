using System.Text;
using HandlebarsDotNet;
using McpScan.Auditing;
using McpScan.Reporting.Views;

namespace McpScan.Reporting.Markdown;

/// <summary>GitHub's Markdown for a comment on a pull request or the summary of a job: short enough for a comment (65,536 characters) as a rule.</summary>
public sealed class MarkdownRenderer(TemplateSet templates) : IRenderer
{
    private const int Full = 20;
    private const int Brief = 80;
    private const int Servers = 50;

    public string Format => "markdown";

    public IReadOnlyList<string> Extensions { get; } = [".md", ".markdown"];

    public void Render(AuditReport report, Stream output)
    {
        var view = ReportViews.Of(report, Full, Brief, paths: 10);
        var page = new MarkdownPage(view, [.. view.ServersShown.Take(Servers)], Math.Max(0, view.ServersShown.Count - Servers));
        var template = templates.Compile("markdown/report.md.hbs", new MarkdownEscaper(), AddHelpers);
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024, leaveOpen: true);
        template(text, page, null!);
    }

    internal static void AddHelpers(IHandlebars handlebars)
    {
        handlebars.RegisterHelper("code", static (writer, _, arguments) => writer.WriteSafeString(MarkdownEscaper.Code(arguments[0]?.ToString())));
        handlebars.RegisterHelper("excerpt", static (writer, _, arguments) => writer.WriteSafeString(MarkdownExcerpt.Of(arguments[0] as IReadOnlyList<LineView> ?? [])));
        handlebars.RegisterHelper("prose", static (writer, _, arguments) => Prose.Write(writer, arguments[0] as string, MarkdownEscaper.Code));
    }
}

/// <summary>The report, and the servers that the table names.</summary>
internal sealed record MarkdownPage(ReportView Report, IReadOnlyList<ServerView> Servers, int ServersLeftOut);
