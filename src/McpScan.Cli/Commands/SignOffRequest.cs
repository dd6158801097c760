namespace McpScan.Cli.Commands;

/// <summary>What the command line asked of a sign-off, as it was written.</summary>
internal sealed record SignOffRequest
{
    public required AuditRequest Audit { get; init; }

    public required string Decision { get; init; }

    public required string Approver { get; init; }

    public required string Role { get; init; }

    public required string Expires { get; init; }

    public string? Requester { get; init; }

    public string? Scope { get; init; }

    /// <summary><c>text; due 2026-12-31</c> each.</summary>
    public required string[] Conditions { get; init; }

    public required string[] ResidualRisks { get; init; }

    public required string Key { get; init; }

    public string? KeyPasswordFile { get; init; }

    /// <summary>The name of an environment variable.</summary>
    public string? KeyPasswordVariable { get; init; }

    public string? Lock { get; init; }

    /// <summary>The file that the signed decision is written to.</summary>
    public required string Output { get; init; }

    /// <summary>Reports of the audit with the decision in them.</summary>
    public required string[] Reports { get; init; }
}
