using McpScan.Text;

namespace McpScan.Cli.Printing;

/// <summary>Looks for an installed browser of the Chromium family. Starts none.</summary>
internal static class Browsers
{
    /// <summary>The variable that names a browser.</summary>
    private const string Variable = "MCPSCAN_CHROMIUM";

    private static readonly string[] Names =
    [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge", "brave-browser", "brave",
    ];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "/Applications/Brave Browser.app/Contents/MacOS/Brave Browser",
    ];

    /// <summary>Below the folders that Windows installs programs in.</summary>
    private static readonly string[] WindowsPlaces =
    [
        @"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe", @"Chromium\Application\chrome.exe", @"BraveSoftware\Brave-Browser\Application\brave.exe",
    ];

    /// <summary>The full path of a browser.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Find(CliHost host)
    {
        if (host.Variable(Variable) is { Length: > 0 } named)
        {
            var path = Path.GetFullPath(named, host.CurrentDirectory);
            return File.Exists(path) ? path : throw new UsageException($"{Variable} names '{new Untrusted(named)}', which is no file; name a Chromium-family browser, or unset it.");
        }

        return Candidates(host).FirstOrDefault(File.Exists) ?? throw new UsageException(
            $"A PDF is printed by a browser of the Chromium family, and none was found on PATH or in the usual places; install one, name it in {Variable}, or write .html and print that.");
    }

    private static IEnumerable<string> Candidates(CliHost host)
    {
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        foreach (var folder in (host.Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            // A relative entry would start whatever lies in the current folder.
            foreach (var name in Path.IsPathFullyQualified(folder) ? Names : [])
            {
                yield return Path.Combine(folder, name + suffix);
            }
        }

        foreach (var place in OperatingSystem.IsMacOS() ? Places : [])
        {
            yield return place;
        }

        foreach (var variable in OperatingSystem.IsWindows() ? (string[])["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"] : [])
        {
            foreach (var place in host.Variable(variable) is { Length: > 0 } ? WindowsPlaces : [])
            {
                yield return Path.Combine(host.Variable(variable)!, place);
            }
        }
    }
}
