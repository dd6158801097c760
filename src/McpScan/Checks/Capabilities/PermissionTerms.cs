using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>Reads a permission profile, or the hosts that a container may reach, as capabilities.</summary>
internal static class PermissionTerms
{
    /// <summary>Hosts times ports that are written out.</summary>
    private const int MaxPairs = 256;

    /// <summary>What a profile permits; the built-in profile <c>network</c> is named and permits every host.</summary>
    public static IEnumerable<Capability> Of(Subject permissions)
    {
        if (permissions.Definition is ScalarNode { Value: "network" } builtIn)
        {
            yield return Declared(new CapabilityTerm("net", "connect", "*"), builtIn);
        }

        var ports = permissions.Select(PermissionsFields.AllowPort).Select(static entry => entry.Node).OfType<ScalarNode>().ToList();
        var pairs = 0;
        foreach (var entry in permissions.Entries)
        {
            if (entry.Node is not ScalarNode text)
            {
                continue;
            }

            if (ReferenceEquals(entry.Field, PermissionsFields.Read))
            {
                yield return Declared(new CapabilityTerm("fs", "read", PathOf(text.Value)), text);
            }
            else if (ReferenceEquals(entry.Field, PermissionsFields.Write))
            {
                yield return Declared(new CapabilityTerm("fs", "write", PathOf(text.Value)), text);
            }
            else if ((ReferenceEquals(entry.Field, PermissionsFields.AllowAll) && text.Value == "true") || (ReferenceEquals(entry.Field, PermissionsFields.NetworkMode) && text.Value is "host" or "true"))
            {
                yield return Declared(new CapabilityTerm("net", "connect", "*"), text);
            }
            else if (ReferenceEquals(entry.Field, PermissionsFields.AllowHost))
            {
                if (ports.Count == 0 || text.Value.Contains(':', StringComparison.Ordinal))
                {
                    yield return Declared(new CapabilityTerm("net", "connect", text.Value), text);
                    continue;
                }

                foreach (var port in ports)
                {
                    if (pairs++ < MaxPairs)
                    {
                        yield return Declared(new CapabilityTerm("net", "connect", text.Value + ":" + port.Value), text);
                    }
                }
            }
        }
    }

    /// <summary>What a profile speaks of.</summary>
    public static CapabilityDomains DomainsOf(Subject permissions)
    {
        var domains = permissions.Definition is ScalarNode { Value: "none" or "network" } ? CapabilityDomains.Files | CapabilityDomains.Network : CapabilityDomains.None;
        foreach (var entry in permissions.Entries)
        {
            domains |= entry.Field switch
            {
                var field when ReferenceEquals(field, PermissionsFields.Read) || ReferenceEquals(field, PermissionsFields.Write) => CapabilityDomains.Files,
                var field when ReferenceEquals(field, PermissionsFields.AllowHost) || ReferenceEquals(field, PermissionsFields.AllowAll) || ReferenceEquals(field, PermissionsFields.AllowPort) => CapabilityDomains.Network,
                _ => CapabilityDomains.None,
            };
        }

        // Empty lists leave no entries; a profile that has them permits nothing of the kind.
        domains |= permissions.Definition["read"] is ArrayNode && permissions.Definition["write"] is ArrayNode ? CapabilityDomains.Files : CapabilityDomains.None;
        domains |= permissions.Definition["network"]?["outbound"] is ObjectNode ? CapabilityDomains.Network : CapabilityDomains.None;
        return domains;
    }

    /// <summary>The host side of a path, with what lies below it.</summary>
    public static string PathOf(string mount)
    {
        var start = mount.Length > 2 && mount[1] == ':' && mount[2] is '\\' or '/' ? 2 : 0;
        var colon = mount.IndexOf(':', start);
        var path = colon > 0 && !mount.AsSpan(colon).StartsWith("://") ? mount[..colon] : mount;
        var last = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return path.Contains('*', StringComparison.Ordinal) || last.Contains('.', StringComparison.Ordinal) ? path : path.TrimEnd('/', '\\') + "/**";
    }

    private static Capability Declared(CapabilityTerm term, ScalarNode text) => Capability.Declared(term, CapabilityEvidence.Of(text));
}
