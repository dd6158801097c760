using System.Security.Cryptography;
using System.Text;
using HandlebarsDotNet;
using McpScan.Auditing;
using McpScan.Reporting.Views;

namespace McpScan.Reporting.Html;

/// <summary>One self-contained page that needs nothing else, neither a network nor a script, to be read.</summary>
public sealed class HtmlRenderer(TemplateSet templates) : IRenderer
{
    private const int Full = 2_000;
    private const int Brief = 20_000;

    public string Format => "html";

    public IReadOnlyList<string> Extensions { get; } = [".html", ".htm"];

    public void Render(AuditReport report, Stream output)
    {
        var style = templates.Find("html/style.css") ?? "";
        var script = templates.Find("html/script.js") ?? "";
        var page = new HtmlPage(ReportViews.Of(report, Full, Brief, paths: 100, CapabilityMatrix.Of(report, servers: 100, tools: 400)), style, script, Hash(style), Hash(script), templates.Find("html/shapes.svg") ?? "");
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024, leaveOpen: true);
        templates.Compile("html/report.html.hbs", new HtmlEscaper(), AddHelpers)(text, page, null!);
    }

    private static void AddHelpers(IHandlebars handlebars) => handlebars.RegisterHelper("prose", static (writer, _, arguments) => Prose.Write(writer, arguments[0] as string, HtmlEscaper.Code));

    // The policy in the page names the style and the script by their hashes: nothing else can run, whatever gets in.
    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The report and the parts of the page.</summary>
internal sealed record HtmlPage(ReportView Report, string Style, string Script, string StyleHash, string ScriptHash, string Shapes);
