namespace McpScan.Text;

/// <summary>The run's own trouble: something about reading, never about the target's quality.</summary>
/// <param name="Severity">An <see cref="NoticeSeverity.Error"/> makes the audit incomplete (exit code 3).</param>
/// <param name="Message">A sentence that says what happened and, where there is one, the mend.</param>
/// <param name="Path">The file, relative with forward slashes; null where the trouble is not about a file.</param>
/// <param name="Location">The exact place when there is one.</param>
public sealed record Notice(NoticeSeverity Severity, string Message, string? Path = null, Location? Location = null)
{
    /// <summary>A notice at a span of a text.</summary>
    public static Notice At(NoticeSeverity severity, SourceText source, TextSpan span, string message) =>
        new(severity, message, source.Path, new Location(source, span));
}

/// <summary>How much a <see cref="Notice"/> takes away from the audit.</summary>
public enum NoticeSeverity
{
    /// <summary>Worth knowing; nothing was lost.</summary>
    Info,

    /// <summary>Read in a way that another reader might not share, such as a duplicate key.</summary>
    Warning,

    /// <summary>Something could not be read: the audit is incomplete.</summary>
    Error,
}
