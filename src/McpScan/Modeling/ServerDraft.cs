using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>A server while a manifest is read: its own entries, its parts, and what joins it with other artifacts.</summary>
/// <param name="definition">The whole manifest, or its entry for this server.</param>
/// <param name="notices">Takes what was not understood.</param>
public sealed class ServerDraft(DataNode definition, ImmutableArray<Notice>.Builder notices)
{
    private readonly ImmutableArray<string>.Builder _identities = ImmutableArray.CreateBuilder<string>();

    public DataNode Definition => definition;

    public ImmutableArray<Notice>.Builder Notices => notices;

    /// <summary>Fields of the server itself.</summary>
    public EntryCollector Entries { get; } = new(definition, notices);

    public ImmutableArray<SubjectDraft>.Builder Subjects { get; } = ImmutableArray.CreateBuilder<SubjectDraft>();

    public ScalarNode? Name { get; private set; }

    public ScalarNode? Version { get; private set; }

    public void SetName(DataNode node)
    {
        Name ??= node as ScalarNode;
        Entries.AddOptional(ServerFields.Name, node);
    }

    public void SetVersion(DataNode node)
    {
        Version ??= node as ScalarNode;
        Entries.AddOptional(ServerFields.Version, node);
    }

    public void AddIdentity(string identity) => _identities.Add(identity);

    /// <summary>A member that no field is made for, its name included: text hides in names as well as in values.</summary>
    public void AddUnknown(DataMember member)
    {
        Entries.Add(ServerFields.Other, member.Name);
        Entries.AddOptional(ServerFields.Other, member.Value);
    }

    /// <summary>A list of tool definitions.</summary>
    public void AddTools(DataNode? tools)
    {
        if (tools is null)
        {
            return;
        }

        foreach (var tool in tools.Items)
        {
            if (ToolModeler.Draft(tool, notices) is { } draft)
            {
                Subjects.Add(draft);
            }
        }
    }

    public ServerFragment ToFragment(FragmentScope scope, string? entryName = null)
    {
        GovernanceMetadata.Add(definition, Entries);
        return new ServerFragment
        {
            Scope = scope,
            Name = Name?.Value ?? entryName ?? "",
            Version = Version?.Value ?? "",
            Authority = 30,
            Identities = _identities.ToImmutable(),
            EntryName = entryName,
            Anchor = (DataNode?)Name ?? definition,
            Entries = Entries.ToEntries(),
            Subjects = Subjects.ToImmutable(),
        };
    }
}
