using System.Buffers;
using McpScan.Modeling;

namespace McpScan.Governance.Locking.Comparing;

/// <summary>How the packages and images of a server differ: another one, another version, another digest under one version, a pin that is gone.</summary>
internal static class ArtifactChanges
{
    /// <summary>What a version that means one release has none of.</summary>
    private static readonly SearchValues<char> Ranges = SearchValues.Create("^~*<>|, xX");

    public static IEnumerable<Change> Of(LockedServer before, LockedServer after)
    {
        var old = before.Artifacts.ToLookup(static a => (a.Ecosystem, a.Name));
        foreach (var artifact in after.Artifacts)
        {
            var known = old[(artifact.Ecosystem, artifact.Name)].ToList();
            if (known.Count == 0)
            {
                yield return new Change(ChangeKind.NewArtifact, NameOf(artifact), artifact.Node)
                {
                    Name = artifact.Name,
                    OldText = before.Artifacts.IsEmpty ? null : string.Join(", ", before.Artifacts.Select(Shown)),
                    NewText = Shown(artifact),
                };
            }
            else if (!known.Exists(a => a.Version == artifact.Version && a.Digest == artifact.Digest) && KindOf(known, artifact) is { } kind)
            {
                yield return new Change(kind, NameOf(artifact), artifact.Node)
                {
                    Name = artifact.Name,
                    Before = known[0].Node,
                    OldText = string.Join(", ", known.Select(Shown)),
                    NewText = Shown(artifact),
                };
            }
        }
    }

    private static ChangeKind? KindOf(List<LockedArtifact> known, LockedArtifact artifact) =>
        known.Find(a => a.Version == artifact.Version) is { Digest.Length: > 0 } ? artifact.Digest.Length > 0 ? ChangeKind.ChangedDigest : ChangeKind.UnpinnedArtifact
        : known.TrueForAll(IsPinned) && !IsPinned(artifact) ? ChangeKind.UnpinnedArtifact
        : known.Exists(a => a.Version == artifact.Version) ? null
        : ChangeKind.ChangedVersion;

    private static bool IsPinned(LockedArtifact artifact) =>
        artifact.Digest.Length > 0 || (artifact.Version.Any(char.IsAsciiDigit) && !artifact.Version.AsSpan().ContainsAny(Ranges));

    private static string NameOf(LockedArtifact artifact) => $"{(artifact.Ecosystem == "oci" ? "image" : $"{artifact.Ecosystem} package")} {artifact.Name}";

    private static string Shown(LockedArtifact artifact) =>
        $"{artifact.Name}{(artifact.Version.Length > 0 ? " " + artifact.Version : " without a version")}{(artifact.Digest.Length > 0 ? " " + artifact.Digest : "")}";
}
