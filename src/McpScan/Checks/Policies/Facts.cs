using System.Collections.Immutable;
using McpScan.Checks.Capabilities;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks.Policies;

/// <summary>Takes from subjects what clauses speak about.</summary>
internal static class Facts
{
    /// <summary>What a tool can do, each action by itself: what is declared, and what is seen with some certainty.</summary>
    public static IEnumerable<Fact> Capabilities(Subject tool, Server? server) => Capabilities(server is null ? CapabilityIndex.Of(tool) : CapabilityIndex.Of(tool, server));

    /// <summary>What a profile permits besides what its tools declare: that is said of the tools.</summary>
    public static IEnumerable<Fact> CapabilitiesOfProfile(Subject profile, Server? server)
    {
        var declared = new HashSet<DataNode>(ReferenceEqualityComparer.Instance);
        foreach (var tool in server?.Tools ?? [])
        {
            declared.UnionWith(tool.Select(ToolFields.Capability).Select(static entry => entry.Node));
        }

        return Capabilities(CapabilitySet.Of([], Declarations.OfProfile(profile))).Where(fact => !declared.Contains(fact.Node));
    }

    /// <summary>What a server can do.</summary>
    public static IEnumerable<Fact> Capabilities(Server server) => Capabilities(CapabilityIndex.Of(server));

    /// <summary>How a server is reached: an endpoint answers to the scheme of its address and to its protocol.</summary>
    public static IEnumerable<Fact> Transports(Server server)
    {
        foreach (var subject in server.Subjects)
        {
            foreach (var fact in subject.Kind switch
            {
                SubjectKind.Launch => OfLaunch(subject),
                SubjectKind.Remote => OfEndpoint(subject.First(RemoteFields.Url), subject.First(RemoteFields.Transport)),
                SubjectKind.Package => OfEndpoint(null, subject.First(PackageFields.Transport)),
                _ => [],
            })
            {
                yield return fact;
            }
        }
    }

    /// <summary>The packages and images that a server is, or is started from.</summary>
    public static IEnumerable<Fact> Packages(Server server) => server.Subjects.SelectMany(static subject => Packages(subject));

    /// <summary>The packages and images that a subject names, such as <c>npm:@acme/desk</c>, without their versions.</summary>
    public static IEnumerable<Fact> Packages(Subject subject)
    {
        var name = subject.First(PackageFields.Name) as ScalarNode;
        if (subject.Kind == SubjectKind.Package && name is not null)
        {
            yield return Fact.On(name, PackageIdentity.Of(subject.FirstText(PackageFields.Ecosystem) ?? "", name.Value));
        }

        foreach (var entry in subject.Kind == SubjectKind.Launch ? subject.Entries : [])
        {
            if (ReferenceEquals(entry.Field, LaunchFields.PackageName))
            {
                name = entry.Node as ScalarNode;
            }
            else if (ReferenceEquals(entry.Field, LaunchFields.PackageEcosystem) && entry is { Node: ScalarNode whole, Key: { } ecosystem })
            {
                // An image has no name of its own beside the whole reference.
                yield return Fact.On(whole, PackageIdentity.Of(ecosystem.Value, ecosystem.Value == "oci" ? whole.Value : (name ?? whole).Value));
                name = null;
            }
        }
    }

    /// <summary>The licences that a server and its packages declare.</summary>
    public static IEnumerable<Fact> Licenses(Server server)
    {
        foreach (var subject in server.Subjects)
        {
            var field = subject.Kind switch { SubjectKind.Server => ServerFields.License, SubjectKind.Package => PackageFields.License, _ => null };
            foreach (var entry in field is null ? [] : subject.Select(field))
            {
                if (entry.Node is ScalarNode { Value: { Length: > 0 } expression } node)
                {
                    yield return Fact.On(node, expression);
                }
            }
        }
    }

    /// <summary>The addresses under which a server is reached.</summary>
    public static IEnumerable<Fact> Addresses(Server server)
    {
        foreach (var subject in server.Subjects)
        {
            var field = subject.Kind switch { SubjectKind.Remote => RemoteFields.Url, SubjectKind.Launch => LaunchFields.BridgeUrl, _ => null };
            foreach (var entry in field is null ? [] : subject.Select(field))
            {
                if (entry.Node is ScalarNode url)
                {
                    yield return Fact.On(url, url.Value);
                }
            }
        }
    }

    private static IEnumerable<Fact> Capabilities(CapabilitySet set)
    {
        foreach (var capability in set.Declared.Concat(set.Observed.Where(static c => c.Confidence >= Confidence.Medium)))
        {
            var term = capability.Term;
            ImmutableArray<string> heads = term.Actions.IsEmpty ? [$"{term.Kind}:"] : [.. term.Actions.Select(action => $"{term.Kind}:{action}:")];
            foreach (var head in heads)
            {
                yield return new Fact([head + term.Scope], capability.Evidence.Node, capability.Evidence.Span) { Reach = term.IsWildcard ? head : null };
            }
        }
    }

    private static IEnumerable<Fact> OfLaunch(Subject launch)
    {
        var bridge = launch.First(LaunchFields.BridgeUrl);
        if (bridge is not null)
        {
            return OfEndpoint(bridge, null);
        }

        return launch.First(LaunchFields.Transport) is { } transport ? OfEndpoint(null, transport)
            : (launch.First(LaunchFields.Command) ?? launch.First(LaunchFields.Image)) is { } start ? [Fact.On(start, "stdio")] : [];
    }

    private static IEnumerable<Fact> OfEndpoint(DataNode? url, DataNode? transport)
    {
        var labels = ImmutableArray.CreateBuilder<string>(2);
        if (url is ScalarNode address && address.Value.IndexOf("://", StringComparison.Ordinal) is > 0 and var end)
        {
            labels.Add(address.Value[..end].ToLowerInvariant());
        }

        if (transport is ScalarNode protocol)
        {
            labels.Add(Protocol(protocol.Value));
        }

        return labels.Count == 0 ? [] : [Fact.On(url as ScalarNode ?? transport!, labels.ToImmutable())];
    }

    /// <summary>The protocol in the words of the specification, however a client spells it.</summary>
    private static string Protocol(string text) => text.ToLowerInvariant() switch
    {
        "http" or "streamable-http" or "streamable_http" or "streamablehttp" or "streaminghttp" => "streamable-http",
        "websocket" => "ws",
        "local" or "command" => "stdio",
        var other => other,
    };
}
