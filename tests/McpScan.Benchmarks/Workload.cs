using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace McpScan.Benchmarks;

/// <summary>What is measured on: the programs that were built beside this one, and a folder of servers.</summary>
internal static class Workload
{
    private const int Files = 1000;
    private const int ToolsPerFile = 5;

    /// <summary>The repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The scanner, built in the same configuration.</summary>
    public static string Scanner => Built("McpScan.Cli", "mcpscan");

    /// <summary>A program that does nothing.</summary>
    public static string Empty => Built("EmptyProgram", "EmptyProgram");

    /// <summary>This program, which parses a folder when it is told to.</summary>
    public static string Parser => Built("McpScan.Benchmarks", "McpScan.Benchmarks");

    /// <summary>One small server.</summary>
    public static string OneServer => Path.Combine(Root, "samples", "servers", "weather");

    /// <summary>The folder named by <c>MCPSCAN_BENCHMARK_FOLDER</c>, else a made-up one of a thousand files with five thousand tools.</summary>
    public static string ManyServers()
    {
        if (Environment.GetEnvironmentVariable("MCPSCAN_BENCHMARK_FOLDER") is { Length: > 0 } folder)
        {
            return folder;
        }

        var made = Path.Combine(Path.GetTempPath(), "mcpscan-benchmark");
        Directory.CreateDirectory(made);
        for (var file = 0; file < Files; file++)
        {
            File.WriteAllText(Path.Combine(made, string.Create(CultureInfo.InvariantCulture, $"server-{file:D4}.json")), Manifest(file));
        }

        return made;
    }

    private static string Manifest(int file)
    {
        string[] verbs = ["get", "list", "search", "create", "update", "delete", "send", "export"];
        string[] nouns = ["ticket", "invoice", "document", "message", "calendar", "contact", "report", "repository"];
        var text = new StringBuilder("{ \"server\": { \"name\": \"server-").Append(file).Append("\" }, \"tools\": [");
        for (var tool = 0; tool < ToolsPerFile; tool++)
        {
            var (verb, noun) = (verbs[(file + tool) % verbs.Length], nouns[((file * 3) + tool) % nouns.Length]);
            text.Append(tool == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""
                { "name": "{{verb}}_{{noun}}_{{tool}}", "description": "{{verb}}s a {{noun}} of the workspace. Returns the id, the title and the state; give 'limit' to see more than the first page of results. Dates are ISO 8601.",
                  "inputSchema": { "type": "object", "properties": {
                    "id": { "type": "string", "description": "Id of the {{noun}}, as list_{{noun}} returns it.", "maxLength": 64 },
                    "query": { "type": "string", "description": "Words that must occur in the {{noun}}." },
                    "limit": { "type": "integer", "description": "How many at most.", "minimum": 1, "maximum": 100, "default": 20 } },
                    "required": ["id"] } }
                """);
        }

        return text.Append("] }").ToString();
    }

    private static string Built(string project, string program)
    {
        var configuration = AppContext.BaseDirectory.Contains("debug", StringComparison.OrdinalIgnoreCase) ? "debug" : "release";
        return Path.Combine(Root, "artifacts", "bin", project, configuration, program + (OperatingSystem.IsWindows() ? ".exe" : ""));
    }

    private static string FindRoot([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
