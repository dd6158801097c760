namespace McpScan.Cli;

/// <summary>What a command may touch of the process it runs in; tests hand in their own.</summary>
/// <param name="Output">Standard output, for reports only.</param>
/// <param name="OpenError">Opens standard error, see <see cref="Error"/>.</param>
/// <param name="CurrentDirectory">The folder that relative paths start from.</param>
/// <param name="Variable">An environment variable, or null.</param>
/// <param name="Now">The clock, in UTC; <see cref="Clock"/> reads it.</param>
/// <param name="OutputIsTerminal">Whether a person reads standard output.</param>
/// <param name="ErrorIsTerminal">Whether a person reads standard error.</param>
/// <param name="Width">Columns of the terminal.</param>
internal sealed record CliHost(
    Stream Output,
    Func<TextWriter> OpenError,
    string CurrentDirectory,
    Func<string, string?> Variable,
    Func<DateTimeOffset> Now,
    bool OutputIsTerminal,
    bool ErrorIsTerminal,
    int Width)
{
    private readonly Lazy<TextWriter> _error = new(OpenError);

    /// <summary>Standard error, for diagnostics and progress. Opened when something is said: it costs a twentieth of a cold start.</summary>
    public TextWriter Error => _error.Value;

    /// <summary>The real process.</summary>
    public static CliHost ForProcess() => new(
        Console.OpenStandardOutput(),
        static () => Console.Error,
        Environment.CurrentDirectory,
        Environment.GetEnvironmentVariable,
        () => DateTimeOffset.UtcNow,
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected,
        TerminalWidth());

    private static int TerminalWidth()
    {
        const int Usual = 80;
        try
        {
            return Console.IsOutputRedirected || Console.WindowWidth < 40 ? Usual : Math.Min(Console.WindowWidth, 120);
        }
        catch (IOException)
        {
            return Usual;
        }
    }
}
