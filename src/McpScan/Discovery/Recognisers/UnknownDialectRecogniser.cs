using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>
/// A file where a client looks for servers, with no root key that the client is known to read: a slip of the pen, or a dialect that came after this
/// program. Nobody knows whether it starts something, so the audit says so and is incomplete.
/// </summary>
public sealed class UnknownDialectRecogniser : IRecogniser
{
    public string Kind => "client-config/unknown-dialect";

    public ArtifactModel? Recognise(Artifact artifact)
    {
        // Settings of an editor need not speak of servers; a file that is named for them does.
        if (artifact.Document?.Root is not { } root || root is ObjectNode { Members.IsEmpty: true } || !IsNamedForServers(artifact.FileName)
            || ClientIdentity.Find(artifact.Path, root) is not { } client)
        {
            return null;
        }

        foreach (var key in client.RootKeys)
        {
            if (root[key] is not null)
            {
                return null;
            }
        }

        var place = root is ObjectNode ? root.Members[0].Name : root;
        return new ArtifactModel(Kind, [], [], [Notice.At(NoticeSeverity.Error, place.Source, place.Span,
            $"By its place this is a configuration of the client '{client.Id}', but it has none of the root keys that McpScan knows ({string.Join(", ", client.RootKeys)}). What it starts was not examined.")]);
    }

    private static bool IsNamedForServers(string name) => name.Contains("mcp", StringComparison.OrdinalIgnoreCase) || name == "claude_desktop_config.json";
}
