namespace McpScan.Standards;

/// <summary>What a policy requires and forbids, as checks consult it. A clause that the policy does not have is null, and its rules do not apply.</summary>
public sealed record Clauses
{
    /// <summary>No policy.</summary>
    public static readonly Clauses None = new();

    public Terms? Capabilities { get; init; }

    public Terms? Transports { get; init; }

    public Terms? PackageSources { get; init; }

    public Terms? Licenses { get; init; }

    public ServerPatterns? AllowedServers { get; init; }

    public ServerPatterns? DeniedServers { get; init; }

    public Patterns? AllowedRegistries { get; init; }

    public Patterns? DeniedRegistries { get; init; }

    public MetadataClause? Metadata { get; init; }

    /// <summary>The controls that every server must have, by their names in <see cref="Standards.Controls"/>.</summary>
    public Patterns? Controls { get; init; }

    public ApprovalClause? Approval { get; init; }
}
