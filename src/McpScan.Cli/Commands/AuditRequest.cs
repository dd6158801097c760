namespace McpScan.Cli.Commands;

/// <summary>What the command line asked of an audit, as it was written.</summary>
internal sealed record AuditRequest
{
    public required string[] Paths { get; init; }

    public string Format { get; init; } = "console";

    public string[] Outputs { get; init; } = [];

    public string? FailOn { get; init; }

    public string? MinConfidence { get; init; }

    public string? Policy { get; init; }

    /// <summary>A lock to hold the input against.</summary>
    public string? Lock { get; init; }

    /// <summary>An earlier report whose findings are accepted.</summary>
    public string? Baseline { get; init; }

    /// <summary>A file of waivers besides those of the policy.</summary>
    public string? Waivers { get; init; }

    public required string[] RuleFolders { get; init; }

    public string? Templates { get; init; }

    /// <summary>Ids of compliance frameworks.</summary>
    public string[] Frameworks { get; init; } = [];

    /// <summary>Whether the configurations of this machine's clients are audited too.</summary>
    public bool Discovered { get; init; }

    /// <summary>Whether files are mended.</summary>
    public bool Fix { get; init; }

    /// <summary>Whether the mending is only shown.</summary>
    public bool DryRun { get; init; }

    /// <summary><c>NAME=VERSION</c> each.</summary>
    public string[] Pins { get; init; } = [];

    public bool IncludesExperimental { get; init; }

    public bool Together { get; init; }

    public bool Quiet { get; init; }

    public bool Verbose { get; init; }

    public bool NoColor { get; init; }
}
