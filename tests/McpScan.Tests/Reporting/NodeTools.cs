using System.Diagnostics;

namespace McpScan.Tests.Reporting;

/// <summary>Runs validators that exist only for Node. They are optional on a developer's machine and mandatory where <c>CI=true</c>.</summary>
/// <remarks><c>npm ci --prefix tests/node</c> installs them; <c>MCPSCAN_NODE_MODULES</c> names another folder.</remarks>
internal static class NodeTools
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Folders =
        [Environment.GetEnvironmentVariable("MCPSCAN_NODE_MODULES") ?? "", Repository.PathOf("tests/node/node_modules"), Repository.PathOf("node_modules")];

    /// <summary>Runs a script of an installed package; skips the test where the package is not there.</summary>
    /// <param name="package">The package that the script needs.</param>
    /// <param name="arguments">The script, absolute or relative to <c>node_modules</c>, and its arguments.</param>
    /// <returns>Exit code, and standard output and standard error together.</returns>
    public static (int ExitCode, string Output) Run(string package, params ReadOnlySpan<string> arguments)
    {
        var modules = Array.Find(Folders, folder => folder.Length > 0 && Directory.Exists(Path.Combine(folder, package)));
        if (modules is null)
        {
            var missing = $"needs Node with {package}: npm ci --prefix tests/node";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Fail(missing);
        }

        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(modules!, arguments[0]));
        foreach (var argument in arguments[1..])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["NODE_PATH"] = Path.GetFullPath(modules!);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{package} did not end within {Patience}");
        }

        return (process.ExitCode, output.Result + error.Result);
    }
}
