namespace McpScan.Checks.Capabilities;

/// <summary>What declarations speak of: what they leave out there is denied, what lies outside is left open.</summary>
[Flags]
internal enum CapabilityDomains
{
    None = 0,
    Files = 1,
    Network = 2,
    Programs = 4,
    Environment = 8,

    /// <summary>A capability manifest speaks of everything that its grammar knows.</summary>
    All = Files | Network | Programs | Environment,
}
