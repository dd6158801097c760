using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>A column of the capability matrix: capabilities that a person takes for one thing.</summary>
/// <param name="Name">Its name in data, such as <c>files-read</c>.</param>
/// <param name="Title">One or two plain words.</param>
/// <param name="IsReading">Whether it changes nothing by itself, so that there is nothing to undo: what it may be used for stands in other columns.</param>
/// <param name="Terms">The kinds that it holds, each with one action (<c>fs:read</c>) or with all (<c>exec</c>).</param>
/// <param name="HoldsSecrets">Whether it also holds whatever deals with secret data.</param>
public sealed record CapabilityGroup(string Name, string Title, bool IsReading, ImmutableArray<string> Terms, bool HoldsSecrets = false)
{
    /// <summary>The columns, the same in every report. The clock and assertions stand in none.</summary>
    public static readonly ImmutableArray<CapabilityGroup> All =
    [
        new("files-read", "files read", true, ["fs:read"]),
        new("files-changed", "files changed", false, ["fs:write", "fs:create", "fs:delete"]),
        new("data-read", "data read", true, ["data:read"]),
        new("data-changed", "data changed", false, ["data:create", "data:change", "data:delete"]),
        new("database", "database", false, ["db"]),
        new("network", "network", true, ["net", "ipc"]),
        new("programs", "programs", false, ["exec"]),
        new("code", "code", false, ["code"]),
        new("messages", "messages", false, ["message"]),
        new("money", "money", false, ["money"]),
        new("memory", "memory", false, ["memory"]),
        new("browser-desktop", "browser, desktop", false, ["browser", "desktop"]),
        new("cloud", "cloud", false, ["cloud"]),
        new("agents", "agents", false, ["agent"]),
        new("secrets-environment", "secrets, environment", true, ["env"], HoldsSecrets: true),
        new("untrusted-content", "untrusted content", true, ["untrusted"]),
    ];

    /// <summary>Whether a capability belongs here.</summary>
    public bool Holds(Capability capability)
    {
        if (HoldsSecrets && capability.Sensitivity == Sensitivity.Secret)
        {
            return true;
        }

        var kind = capability.Term.Kind;
        foreach (var term in Terms)
        {
            if (term.StartsWith(kind, StringComparison.Ordinal)
                && (term.Length == kind.Length || (term[kind.Length] == ':' && capability.Term.Actions.Contains(term[(kind.Length + 1)..]))))
            {
                return true;
            }
        }

        return false;
    }
}
