using System.Collections.Immutable;

namespace McpScan.Governance.Locking;

/// <summary>
/// Definitions as they were when somebody looked at them: servers, the packages and images they are, what they reach, and every definition with a digest
/// for each part. In memory in the order of the inventory; a file of it is sorted (docs/lock.schema.json).
/// </summary>
/// <remarks>Holds no secret: every text in it is redacted, and of values that are handed to a server only short fingerprints are kept.</remarks>
/// <param name="ToolVersion">The version of the program that made it.</param>
/// <param name="IsComplete">Whether all of the input could be read when it was made.</param>
/// <param name="Servers">The servers.</param>
public sealed record LockFile(string ToolVersion, bool IsComplete, ImmutableArray<LockedServer> Servers)
{
    /// <summary>The version of the file's form. A program reads its own and no later one: what it does not know it could not compare.</summary>
    public const int Version = 1;
}
