namespace McpScan.Cli;

/// <summary>The caller's mistake: the message says what is wrong and the mend. Exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
