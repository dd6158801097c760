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
        var view = ReportViews.Of(report, Full, Brief, paths: 10, CapabilityMatrix.Of(report, servers: 15, tools: 30));
        var page = new MarkdownPage(view, [.. view.ServersShown.Take(Servers)], Math.Max(0, view.ServersShown.Count - Servers));
        Write(templates, "markdown/report.md.hbs", page, output);
    }

    /// <summary>Only the capability matrix, with every server and tool that a page can take.</summary>
    public void RenderCapabilities(AuditReport report, Stream output) =>
        Write(templates, "markdown/capabilities.hbs", CapabilityMatrix.Of(report, servers: 200, tools: 1_000), output);

    private static void Write(TemplateSet templates, string name, object page, Stream output)
    {
        var template = templates.Compile(name, new MarkdownEscaper(), AddHelpers);
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
