using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>Client configurations of every dialect: the root key decides the dialect, path and file name the client.</summary>
public sealed class ClientConfigRecogniser : IRecogniser
{
    /// <summary>The client of a configuration whose path says nothing.</summary>
    private const string Generic = "generic";

    public string Kind => "client-config";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        if (artifact.Document?.Root is not { } root)
        {
            return null;
        }

        var sections = ClientSections.Find(root, artifact);
        if (sections.IsEmpty && !ClientSettings.IsOnlySettings(root, artifact))
        {
            return null;
        }

        var client = ClientIdentity.Find(artifact.Path, root)?.Id ?? Generic;
        var notices = ImmutableArray.CreateBuilder<Notice>();
        var servers = new ClientServers(notices);
        foreach (var section in sections)
        {
            servers.Add(section);
        }

        var others = ImmutableArray.CreateBuilder<SubjectDraft>();
        others.Add(ClientSettings.Draft(client, root, sections, servers.Names, notices));
        ClientInputs.Add(root, others, notices);
        return new ArtifactModel($"{Kind}/{client}", servers.ToFragments(), others.ToImmutable(), notices.ToImmutable());
    }
}
