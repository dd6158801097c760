using McpScan.Auditing;
using McpScan.Reporting;

namespace McpScan.Cli.Printing;

/// <summary>The HTML report, printed by an installed browser.</summary>
/// <param name="html">Makes the page.</param>
/// <param name="host">The process.</param>
internal sealed class PdfRenderer(IRenderer html, CliHost host) : IRenderer
{
    private string? _browser;

    public string Format => "pdf";

    public IReadOnlyList<string> Extensions { get; } = [".pdf"];

    /// <summary>Finds the browser, so that a missing one is said before anything is read.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public void Prepare() => _browser = Browsers.Find(host);

    public void Render(AuditReport report, Stream output)
    {
        using var page = new MemoryStream();
        html.Render(report, page);
        output.Write(BrowserPrinter.Print(_browser ?? Browsers.Find(host), page.GetBuffer().AsSpan(0, (int)page.Length)));
    }
}
