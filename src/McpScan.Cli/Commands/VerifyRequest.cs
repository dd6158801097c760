namespace McpScan.Cli.Commands;

/// <summary>What the command line asked of a verification, as it was written.</summary>
internal sealed record VerifyRequest
{
    public required string File { get; init; }

    public required string[] Paths { get; init; }

    public string? Key { get; init; }

    public required string[] Reports { get; init; }

    public string? Policy { get; init; }

    public string? Lock { get; init; }

    public required string[] RuleFolders { get; init; }

    public bool NoColor { get; init; }
}
