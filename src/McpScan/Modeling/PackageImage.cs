using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>A container image that a manifest names, as a package and as what is started.</summary>
/// <param name="reference">The reference: <c>host:5000/path/image:tag@sha256:…</c>.</param>
public sealed class PackageImage(ScalarNode reference)
{
    private readonly (string Name, string Tag, string Digest) _parts = PackageIdentity.SplitImage(reference.Value);

    public string Identity => PackageIdentity.Of("oci", reference.Value);

    private ScalarNode Name => reference.Slice(0, _parts.Name.Length);

    private ScalarNode? Tag => _parts.Tag.Length == 0 ? null : reference.Slice(_parts.Name.Length + 1, _parts.Tag.Length);

    private ScalarNode? Digest => _parts.Digest.Length == 0 ? null : reference.Slice(reference.Value.Length - _parts.Digest.Length, _parts.Digest.Length);

    /// <summary>The image as a package.</summary>
    /// <param name="definition">The entry that names the image.</param>
    /// <param name="more">What the entry says besides: source, provenance.</param>
    public SubjectDraft ToPackage(DataNode definition, ImmutableArray<FieldEntry> more)
    {
        var entries = ImmutableArray.CreateBuilder<FieldEntry>();
        entries.Add(new FieldEntry(PackageFields.Ecosystem, DerivedScalar.At(reference, "oci")));
        entries.Add(new FieldEntry(PackageFields.Name, Name));
        AddOptional(PackageFields.Version, Tag);
        AddOptional(PackageFields.Digest, Digest);
        entries.AddRange(more);
        return new SubjectDraft(SubjectKind.Package, "package:" + Identity, new Untrusted(_parts.Name), reference, definition, entries.ToImmutable());

        void AddOptional(Field field, ScalarNode? node)
        {
            if (node is not null)
            {
                entries.Add(new FieldEntry(field, node));
            }
        }
    }

    /// <summary>Adds the image to what is known of a launch.</summary>
    public void AddTo(EntryCollector launch)
    {
        launch.AddOptional(LaunchFields.Image, reference);
        launch.Add(LaunchFields.PackageEcosystem, reference, DerivedScalar.At(reference, "oci"));
        launch.AddOptional(LaunchFields.ImageTag, Tag);
        launch.AddOptional(LaunchFields.ImageDigest, Digest);
    }
}
