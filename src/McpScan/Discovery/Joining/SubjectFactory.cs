using System.Collections.Immutable;
using McpScan.Text;

using McpScan.Modeling;

namespace McpScan.Discovery;

/// <summary>Gives drafts their full ids and logical paths.</summary>
internal static class SubjectFactory
{
    // A name may be a megabyte of attack; an id is for people and machines to carry around.
    private const int MaxLocalId = 256;

    /// <summary>A subject of a server, or of a file.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="owner">What its id starts with, such as <c>server:mcp.json#github</c>.</param>
    /// <param name="logicalOwner">What its logical path starts with, such as <c>server:github</c>.</param>
    /// <param name="taken">Local ids that the owner has already given.</param>
    public static Subject Make(SubjectDraft draft, string owner, string logicalOwner, Dictionary<string, int> taken)
    {
        var local = Unique(Shorten(new Untrusted(draft.LocalId).ToString()), taken);
        return new Subject(draft.Kind, $"{owner}/{local}", draft.Name, draft.Anchor.At($"{logicalOwner}/{local}"), draft.Definition, draft.Entries);
    }

    /// <summary>Adds the subjects of an artifact that belong to no server.</summary>
    public static void AddOthers(Artifact artifact, ImmutableArray<SubjectDraft> drafts, ImmutableArray<Subject>.Builder subjects)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            subjects.Add(Make(draft, "file:" + artifact.Path, "file:" + artifact.Path, taken));
        }
    }

    /// <summary>An id that was not given before: the second of a kind gets <c>~2</c>.</summary>
    public static string Unique(string id, Dictionary<string, int> taken)
    {
        var unique = id;
        while (!taken.TryAdd(unique, 1))
        {
            unique = $"{id}~{++taken[id]}";
        }

        return unique;
    }

    private static string Shorten(string id) => id.Length <= MaxLocalId ? id : id[..MaxLocalId] + "…";
}
