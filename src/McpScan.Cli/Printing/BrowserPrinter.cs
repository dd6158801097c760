using System.ComponentModel;
using System.Diagnostics;

namespace McpScan.Cli.Printing;

/// <summary>
/// Has a browser print a page of ours to PDF. The only process that McpScan starts: never anything of the audited side, with every way to a network closed, on a page
/// whose own policy runs nothing but our script, and in a profile that is thrown away.
/// </summary>
internal static class BrowserPrinter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Options =
    [
        "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync", "--disable-default-apps",
        "--disable-background-networking", "--disable-component-update", "--no-pings", "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9",
        "--no-pdf-header-footer",
    ];

    /// <summary>The PDF of a page.</summary>
    /// <param name="browser">Full path of the browser.</param>
    /// <param name="page">The page, in UTF-8.</param>
    /// <exception cref="UsageException">The browser printed nothing.</exception>
    public static byte[] Print(string browser, ReadOnlySpan<byte> page)
    {
        var folder = Directory.CreateTempSubdirectory("mcpscan-");
        try
        {
            var html = Path.Combine(folder.FullName, "report.html");
            var pdf = Path.Combine(folder.FullName, "report.pdf");
            File.WriteAllBytes(html, page);
            var trouble = Run(browser, [.. Options, .. Sandbox(), "--user-data-dir=" + Path.Combine(folder.FullName, "profile"), "--print-to-pdf=" + pdf, new Uri(html).AbsoluteUri]);
            return trouble is null && File.Exists(pdf)
                ? File.ReadAllBytes(pdf)
                : throw new UsageException($"The browser '{browser}' printed no PDF ({trouble ?? "it wrote no file"}); name another in MCPSCAN_CHROMIUM, or write .html and print that.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            throw new UsageException($"The browser '{browser}' cannot print ({e.GetType().Name}); name another in MCPSCAN_CHROMIUM, or write .html and print that.");
        }
        finally
        {
            Remove(folder);
        }
    }

    /// <summary>Chromium refuses to start as root with its sandbox; the page is ours and runs nothing.</summary>
    private static string[] Sandbox() => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [];

    /// <summary>Null where it ended well, else what happened.</summary>
    private static string? Run(string browser, string[] arguments)
    {
        var start = new ProcessStartInfo(browser, arguments) { UseShellExecute = false, CreateNoWindow = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;

        // What it says is read and dropped: a full pipe would stop it.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            return $"it did not end within {Patience.TotalMinutes} minutes";
        }

        return process.ExitCode == 0 ? null : $"it ended with exit code {process.ExitCode}";
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A helper of the browser may still hold a file of its profile; the system clears its folder for temporary files.
        }
    }
}
