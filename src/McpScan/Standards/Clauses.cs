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

    /// <summary>The keys of the clauses that there are, as a policy writes them.</summary>
    public IEnumerable<string> Keys
    {
        get
        {
            (string Key, bool IsThere)[] all =
            [
                ("capabilities", Capabilities is not null), ("transports", Transports is not null), ("packageSources", PackageSources is not null), ("licenses", Licenses is not null),
                ("servers", AllowedServers is not null || DeniedServers is not null), ("registries", AllowedRegistries is not null || DeniedRegistries is not null),
                ("metadata", Metadata is not null), ("controls", Controls is not null), ("approval", Approval is not null),
            ];
            return all.Where(static clause => clause.IsThere).Select(static clause => clause.Key);
        }
    }
}
