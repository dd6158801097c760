using System.Collections.Immutable;
using McpScan.Governance.Locking;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Auditing.Locking;

/// <summary>The packages and images that a server is started or taken from, each once.</summary>
internal sealed class ArtifactsOf
{
    private const string Image = "oci";
    private readonly Sealer _sealer;
    private readonly SortedDictionary<string, LockedArtifact> _found = new(StringComparer.Ordinal);

    private ArtifactsOf(Sealer sealer) => _sealer = sealer;

    /// <summary>By ecosystem, name, version and digest.</summary>
    public static ImmutableArray<LockedArtifact> Server(Server server, Sealer sealer)
    {
        var artifacts = new ArtifactsOf(sealer);
        foreach (var subject in server.Subjects)
        {
            switch (subject.Kind)
            {
                case SubjectKind.Launch:
                    artifacts.AddLaunch(subject);
                    break;
                case SubjectKind.Package:
                    artifacts.AddPackage(subject);
                    break;
            }
        }

        return [.. artifacts._found.Values];
    }

    private void AddLaunch(Subject launch)
    {
        if (launch.First(LaunchFields.PackageName) is ScalarNode name)
        {
            var ecosystem = launch.Select(LaunchFields.PackageEcosystem).FirstOrDefault()?.Key?.Value ?? "";
            Add(ecosystem, name, launch.FirstText(LaunchFields.PackageVersion), digest: null);
        }

        AddImages(launch, LaunchFields.Image);
    }

    private void AddPackage(Subject package)
    {
        if (package.First(PackageFields.Name) is ScalarNode name)
        {
            Add(package.FirstText(PackageFields.Ecosystem) ?? "", name, package.FirstText(PackageFields.Version), package.FirstText(PackageFields.Digest));
        }

        AddImages(package, PackageFields.BaseImage);
    }

    private void AddImages(Subject subject, Field field)
    {
        foreach (var entry in subject.Select(field))
        {
            if (entry.Node is ScalarNode reference)
            {
                var (name, tag, digest) = PackageIdentity.SplitImage(reference.Value);
                Add(Image, reference, tag, digest, name);
            }
        }
    }

    private void Add(string ecosystem, ScalarNode node, string? version, string? digest, string? name = null)
    {
        var artifact = new LockedArtifact(_sealer.Seal(ecosystem), _sealer.Seal(name ?? node.Value), _sealer.Seal(version ?? ""), _sealer.Seal(digest ?? ""), node);
        _found.TryAdd($"{artifact.Ecosystem}\n{artifact.Name}\n{artifact.Version}\n{artifact.Digest}", artifact);
    }
}
