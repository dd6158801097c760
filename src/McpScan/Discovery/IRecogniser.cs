using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>Knows one kind of artifact and models it. Pure: artifact in, model out. A new format is one recogniser and one line in <see cref="Recognisers.All"/>.</summary>
public interface IRecogniser
{
    /// <summary>Kind as the report names it, such as <c>tools-list</c>.</summary>
    string Kind { get; }

    /// <summary>The model of the artifact, or null when it is of another kind. Decides by shape first, by file name where the shape is not enough.</summary>
    ArtifactModel? Recognise(Artifact artifact);
}

/// <summary>What a recogniser made of an artifact.</summary>
/// <param name="Kind">The kind, possibly sharper than the recogniser's, such as <c>client-config/cursor</c>.</param>
/// <param name="Servers">What it says about servers.</param>
/// <param name="Others">Subjects that belong to no server: the client itself, a free permission profile.</param>
/// <param name="Notices">What was not understood.</param>
public sealed record ArtifactModel(
    string Kind,
    ImmutableArray<ServerFragment> Servers,
    ImmutableArray<SubjectDraft> Others,
    ImmutableArray<Notice> Notices)
{
    /// <summary>What the recogniser left of the artifact for those behind it; null where it took the whole.</summary>
    public Artifact? Rest { get; init; }
}
