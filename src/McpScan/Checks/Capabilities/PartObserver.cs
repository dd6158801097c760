using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>Sees what a server is given and made of: mounts, variables and flags of its launches, endpoints, packages and their dependencies.</summary>
internal static class PartObserver
{
    private static readonly Lazy<Dictionary<string, List<CapabilityTerm>>> Packages = new(ReadPackages);

    /// <summary>What a part of a server shows; nothing of a kind that shows none.</summary>
    public static IEnumerable<Capability> Observe(Subject part) => part.Kind switch
    {
        SubjectKind.Launch => LaunchTerms.Of(part).Concat(PackageTerms(part, LaunchFields.PackageName, Confidence.Medium).SelectMany(seen => Narrowed(part, seen))),
        SubjectKind.Remote => EndpointTerms(part, RemoteFields.Url),
        SubjectKind.Input => VariableTerms(part),
        SubjectKind.Package => PackageTerms(part, PackageFields.Name, Confidence.Medium).Concat(DependencyTerms(part)),
        _ => [],
    };

    /// <summary>What a package can do by itself, kept to the folders that a server for files was given.</summary>
    private static IEnumerable<Capability> Narrowed(Subject launch, Capability seen) => seen.Term is { Kind: "fs", IsWildcard: true } && launch.First(LaunchFields.Mount) is not null
        ? launch.Select(LaunchFields.Mount).Select(static entry => entry.Node).OfType<ScalarNode>()
            .Select(folder => Seen(new CapabilityTerm("fs", seen.Term.Actions, PermissionTerms.PathOf(folder.Value)), folder, seen.Confidence))
        : [seen];

    /// <summary>The variable that an input becomes.</summary>
    public static IEnumerable<Capability> VariableTerms(Subject input)
    {
        foreach (var entry in input.Select(InputFields.Role))
        {
            if (entry is { Key.Value: "env", Node: ScalarNode { Value.Length: > 0 } name })
            {
                yield return Seen(new CapabilityTerm("env", "read", name.Value), name, Confidence.High);
            }
        }
    }

    /// <summary>The host that an address names.</summary>
    public static IEnumerable<Capability> EndpointTerms(Subject part, Field field)
    {
        foreach (var entry in part.Select(field))
        {
            if (entry.Node is ScalarNode address && ScopeReader.HostOf(address.Value) is { } host)
            {
                yield return Seen(new CapabilityTerm("net", "connect", host), address, Confidence.High);
            }
        }
    }

    public static Capability Seen(CapabilityTerm term, ScalarNode text, Confidence confidence, ScalarNode? key = null) =>
        new(term, CapabilityEvidence.Of(text, key), confidence, BlastRadius.Of(term));

    private static IEnumerable<Capability> PackageTerms(Subject part, Field field, Confidence confidence) =>
        part.First(field) is ScalarNode name ? TermsOf(name.Value).Select(term => Seen(term, name, confidence)) : [];

    private static IEnumerable<Capability> DependencyTerms(Subject package)
    {
        foreach (var entry in package.Select(PackageFields.Dependency))
        {
            foreach (var term in entry.Key is { } name ? TermsOf(name.Value) : [])
            {
                yield return Seen(term, entry.Key!, Confidence.Low);
            }
        }
    }

    private static List<CapabilityTerm> TermsOf(string package) => Packages.Value.TryGetValue(package, out var terms) ? terms : [];

    private static Dictionary<string, List<CapabilityTerm>> ReadPackages()
    {
        var packages = new Dictionary<string, List<CapabilityTerm>>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in Lists.BuiltIn.Entries("capability-packages")!.Members)
        {
            var term = CapabilityGrammar.ParseOwn(member.Name.Value);
            foreach (var item in member.Value.Items)
            {
                var name = ((ScalarNode)item).Value;
                if (!packages.TryGetValue(name, out var terms))
                {
                    packages.Add(name, terms = []);
                }

                terms.Add(term);
            }
        }

        return packages;
    }
}
