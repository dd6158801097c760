using McpScan.Modeling;

namespace McpScan.Checks.Capabilities;

/// <summary>Tells whether declarations leave room for what is seen. A declaration that is narrower than a schema is a good one; only what no declaration can mean is uncovered.</summary>
internal static class Room
{
    /// <summary>What a declaration must speak of before silence about a term means no; none where no declaration can.</summary>
    public static CapabilityDomains DomainOf(CapabilityTerm term) => term.Kind switch
    {
        "fs" => CapabilityDomains.Files,
        "exec" => CapabilityDomains.Programs,
        "env" => CapabilityDomains.Environment,
        "net" or "message" or "money" or "untrusted" or "browser" or "cloud" => CapabilityDomains.Network,
        _ => CapabilityDomains.None,
    };

    /// <summary>Whether some declaration leaves room for a term.</summary>
    public static bool IsLeft(CapabilityTerm seen, IEnumerable<Capability> declared)
    {
        foreach (var capability in declared)
        {
            if (Covers(capability.Term, seen))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Covers(CapabilityTerm declared, CapabilityTerm seen) => seen.Kind switch
    {
        "fs" => declared.Kind == "fs" && (seen.Actions.Contains("read") || declared.Actions.Any(static action => action != "read")),
        "exec" => declared.Kind == "exec",
        "env" => declared.Kind == "env" && (declared.IsWildcard || seen.IsWildcard || declared.Scope == seen.Scope),
        "net" => declared.Kind == "net" && CoversHost(declared.Scope, seen.Scope),

        // What reaches others may do so over a socket or through a program.
        _ => declared.Kind is "net" or "exec" or "ipc",
    };

    private static bool CoversHost(string declared, string seen)
    {
        if (seen == "*" || declared is "*")
        {
            return true;
        }

        var (host, port) = Split(declared);
        var (seenHost, seenPort) = Split(seen);
        var fits = host.StartsWith("*.", StringComparison.Ordinal) ? seenHost.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase) : host.Equals(seenHost, StringComparison.OrdinalIgnoreCase);
        return fits && (port.Length == 0 || seenPort.Length == 0 || port == seenPort);
    }

    private static (string Host, string Port) Split(string scope)
    {
        var colon = scope.LastIndexOf(':');
        return colon > 0 && !scope.Contains(']', StringComparison.Ordinal) ? (scope[..colon], scope[(colon + 1)..]) : (scope, "");
    }
}
