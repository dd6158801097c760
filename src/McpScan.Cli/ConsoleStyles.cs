using McpScan.Reporting.Terminal;

namespace McpScan.Cli;

/// <summary>How the terminal that a command runs in is written to.</summary>
internal static class ConsoleStyles
{
    /// <param name="host">The process.</param>
    /// <param name="noColor">Whether the caller wants no colours.</param>
    public static ConsoleStyle Of(CliHost host, bool noColor) => new()
    {
        Color = host.OutputIsTerminal && !noColor && string.IsNullOrEmpty(host.Variable("NO_COLOR")) && host.Variable("TERM") != "dumb",
        Width = host.Width,
    };
}
