namespace McpScan.Reporting.Terminal;

/// <summary>How the console report looks; the command line decides, from the terminal and its options.</summary>
public sealed record ConsoleStyle
{
    /// <summary>Whether ANSI colours are written.</summary>
    public bool Color { get; init; }

    /// <summary>Columns to fit into; at least 40 are used.</summary>
    public int Width { get; init; } = 80;

    public Verbosity Verbosity { get; init; } = Verbosity.Normal;
}

/// <summary>How much the console report says.</summary>
public enum Verbosity
{
    /// <summary>The verdict of each server and of the run.</summary>
    Quiet,

    /// <summary>Open findings, with the reason and the mend at the first finding of each rule.</summary>
    Normal,

    /// <summary>Every finding in full, accepted ones too, and every gap in the coverage.</summary>
    Verbose,
}
