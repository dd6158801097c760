
using McpScan.Modeling;

namespace McpScan.Discovery;

/// <summary>How an inventory is taken.</summary>
public sealed record InventoryOptions
{
    public static InventoryOptions Default { get; } = new();

    /// <summary>Absolute path of the directory that relative paths start from and that reports are relative to; null for the process's own.</summary>
    public string? CurrentDirectory { get; init; }

    /// <summary>The user's home folder; paths below it are then reported as <c>~/…</c>, by which the client is told. Null to keep to the usual names.</summary>
    public string? Home { get; init; }

    /// <summary>Whether all servers count as installed together, so that they are compared with each other.</summary>
    public bool Together { get; init; }

    public WalkLimits Limits { get; init; } = WalkLimits.Default;
}
