using McpScan.Auditing;
using McpScan.Reporting;
using McpScan.Reporting.Html;
using Microsoft.Playwright;

namespace McpScan.Tests.Reporting;

/// <summary>Opens pages in an installed Chromium; <c>MCPSCAN_CHROMIUM</c> names it. Optional on a developer's machine, mandatory where <c>CI=true</c>.</summary>
public sealed class HtmlBrowser : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        Environment.GetEnvironmentVariable("MCPSCAN_CHROMIUM") ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is { } chromium)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Shows a report; whatever the page says on its console, throws or asks for lands in the list.</summary>
    internal async Task<(IPage Page, List<string> Trouble)> Open(AuditReport report, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool hasScript = true)
    {
        if (_browser is null)
        {
            const string Missing = "needs Chromium: install it, or name it in MCPSCAN_CHROMIUM";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Missing);
            Assert.Fail(Missing);
        }

        var page = await _browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = hasScript,
        });
        var trouble = new List<string>();
        page.Console += (_, message) => trouble.Add(message.Text);
        page.PageError += (_, error) => trouble.Add(error);
        page.Dialog += (_, dialog) => trouble.Add(dialog.Message);
        page.Request += (_, request) => trouble.Add(request.Url);
        await page.SetContentAsync(Rendering.ToText(new HtmlRenderer(TemplateSet.BuiltIn), report));
        return (page, trouble);
    }
}
