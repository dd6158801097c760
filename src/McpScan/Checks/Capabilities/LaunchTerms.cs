using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>What a start of a server gives it: folders, variables, sockets, the network of the host, rights of its runtime.</summary>
internal static class LaunchTerms
{
    public static IEnumerable<Capability> Of(Subject launch)
    {
        var isReadOnly = false;
        foreach (var entry in launch.Entries)
        {
            if (entry.Node is not ScalarNode text)
            {
                continue;
            }

            if (ReferenceEquals(entry.Field, LaunchFields.MountOptions))
            {
                // The whole mount stands before its host side.
                isReadOnly = text.Value.EndsWith(":ro", StringComparison.Ordinal) || text.Value.Contains(":ro,", StringComparison.Ordinal) || text.Value.Contains("readonly", StringComparison.Ordinal) || text.Value.Contains(",ro", StringComparison.Ordinal);
            }
            else if (ReferenceEquals(entry.Field, LaunchFields.Mount))
            {
                yield return Mounted(text, isReadOnly);
                isReadOnly = false;
            }
            else if (ReferenceEquals(entry.Field, LaunchFields.Environment) && entry.Key is { } variable)
            {
                yield return PartObserver.Seen(new CapabilityTerm("env", "read", variable.Value), variable, Confidence.High);
            }
            else if (ReferenceEquals(entry.Field, LaunchFields.EnvironmentPassed))
            {
                yield return PartObserver.Seen(new CapabilityTerm("env", "read", text.Value), text, Confidence.High);
            }
            else if (ReferenceEquals(entry.Field, LaunchFields.LauncherFlag) && entry.Key is { } flag)
            {
                foreach (var term in FlagTerms(flag.Value, text.Value))
                {
                    yield return PartObserver.Seen(term, text, Confidence.High, flag);
                }
            }
        }

        foreach (var endpoint in PartObserver.EndpointTerms(launch, LaunchFields.BridgeUrl))
        {
            yield return endpoint;
        }
    }

    /// <summary>Whether a container is started without a network.</summary>
    public static bool HasNoNetwork(Subject launch) => launch.Select(LaunchFields.LauncherFlag).Any(static entry => entry is { Key.Value: "--network" or "--net", Node: ScalarNode { Value: "none" } });

    private static Capability Mounted(ScalarNode path, bool isReadOnly)
    {
        var term = path.Value.EndsWith(".sock", StringComparison.Ordinal)
            ? new CapabilityTerm("ipc", "connect", path.Value)
            : new CapabilityTerm("fs", isReadOnly ? "read" : "write", PermissionTerms.PathOf(path.Value));
        return PartObserver.Seen(term, path, Confidence.High);
    }

    /// <summary>What a flag of a container engine or of Deno gives. <c>--allow-net=a,b</c> names hosts; without them it is all.</summary>
    private static IEnumerable<CapabilityTerm> FlagTerms(string flag, string value) => (flag, value) switch
    {
        ("--network" or "--net", "host") => [new("net", "connect", "*")],
        ("--privileged", not "false") => [new("fs", "write", "/**"), new("exec", "spawn", "*")],
        ("--allow-all" or "-A", _) => [new("net", "connect", "*"), new("fs", "write", "/**"), new("exec", "spawn", "*"), new("env", "read", "*")],
        ("--allow-net" or "-N", _) => Each("net", "connect", value, "*"),
        ("--allow-read" or "-R", _) => Each("fs", "read", value, "/**"),
        ("--allow-write" or "-W", _) => Each("fs", "write", value, "/**"),
        ("--allow-run", _) => Each("exec", "spawn", value, "*"),
        ("--allow-env" or "-E", _) => Each("env", "read", value, "*"),
        _ => [],
    };

    private static IEnumerable<CapabilityTerm> Each(string kind, string action, string value, string all) => value is ['-', ..] or ""
        ? [new CapabilityTerm(kind, action, all)]
        : value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(scope => new CapabilityTerm(kind, action, scope));
}
