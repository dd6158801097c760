using McpScan.Cli.Commands;
using McpScan.Cli.Printing;
using McpScan.Reporting;
using McpScan.Reporting.Html;
using McpScan.Reporting.Json;
using McpScan.Reporting.Markdown;
using McpScan.Reporting.Sarif;
using McpScan.Reporting.Terminal;
using McpScan.Text;

namespace McpScan.Cli;

/// <summary>The reports that can be written, by format and by file extension.</summary>
internal sealed class Renderers(CliHost host, AuditRequest request)
{
    private static readonly string[] Formats = ["console", "json", "sarif", "markdown", "html", "pdf"];

    /// <summary>The renderer of a format.</summary>
    /// <exception cref="UsageException">There is no such format.</exception>
    public IRenderer ByFormat(string format) => Prepared(Create(format))
        ?? throw new UsageException($"There is no format '{new Untrusted(format)}'; formats are {string.Join(", ", Formats)}.");

    /// <summary>The renderer for a file; the longest matching extension wins.</summary>
    /// <exception cref="UsageException">No report has that extension.</exception>
    public IRenderer ByExtension(string path)
    {
        IRenderer? best = null;
        var length = 0;
        foreach (var format in Formats)
        {
            var renderer = Create(format)!;
            foreach (var extension in renderer.Extensions)
            {
                if (extension.Length > length && path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                {
                    best = renderer;
                    length = extension.Length;
                }
            }
        }

        return Prepared(best) ?? throw new UsageException(
            $"No report is written as '{new Untrusted(Path.GetFileName(path))}'; extensions are {string.Join(", ", Formats.SelectMany(f => Create(f)!.Extensions))}.");
    }

    /// <summary>The renderer for a report of a sign-off, which is for people.</summary>
    /// <exception cref="UsageException">The extension is that of another report.</exception>
    public IRenderer OfSignOff(string path) => ByExtension(path) is { Format: "markdown" or "html" or "pdf" } renderer
        ? renderer
        : throw new UsageException($"A report of a sign-off is .html, .md or .pdf, not '{new Untrusted(Path.GetFileName(path))}'; 'mcpscan audit -o' writes the others.");

    private static IRenderer? Prepared(IRenderer? renderer)
    {
        (renderer as PdfRenderer)?.Prepare();
        return renderer;
    }

    private IRenderer? Create(string format) => format switch
    {
        "console" => new ConsoleRenderer(ConsoleStyles.Of(host, request.NoColor) with { Verbosity = request.Quiet ? Verbosity.Quiet : request.Verbose ? Verbosity.Verbose : Verbosity.Normal }),
        "json" => new JsonRenderer(),
        "sarif" => new SarifRenderer(),
        "markdown" => WithTemplates(templates => new MarkdownRenderer(templates)),
        "html" => WithTemplates(templates => new HtmlRenderer(templates)),
        "pdf" => new PdfRenderer(Create("html")!, host),
        _ => null,
    };

    private IRenderer WithTemplates(Func<TemplateSet, IRenderer> create) => request.Templates is { } folder
        ? new UserTemplateRenderer(create(TemplateSet.WithOverrides(name => Override(folder, name))), folder)
        : create(TemplateSet.BuiltIn);

    private string? Override(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(Path.GetFullPath(path, host.CurrentDirectory)) ? UserFiles.Read(path, host).Text : null;
    }
}
