using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Captures;

/// <summary>Collects what captured results say about one server; lists that come in pages become one.</summary>
internal sealed class CaptureBuilder(DataNode root, ImmutableArray<Notice>.Builder notices)
{
    private const string ServerInfoKind = "server-info";

    private readonly ImmutableArray<SubjectDraft>.Builder _subjects = ImmutableArray.CreateBuilder<SubjectDraft>();
    private readonly EntryCollector _server = new(root, notices);
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);
    private ScalarNode? _name;
    private ScalarNode? _version;
    private DataNode? _openPage;

    /// <summary>Whether anything was understood.</summary>
    public bool HasContent => _kinds.Count > 0;

    /// <summary>The kind of the capture: that of its only list, <c>server-info</c> where there is none, <c>mcp-capture</c> for several.</summary>
    public string Kind
    {
        get
        {
            var kind = ServerInfoKind;
            foreach (var next in _kinds)
            {
                if (next != ServerInfoKind)
                {
                    kind = kind == ServerInfoKind ? next : "mcp-capture";
                }
            }

            return kind;
        }
    }

    /// <summary>The last list that promises a further page which did not follow, or null.</summary>
    public DataNode? OpenPage => _openPage;

    public void AddTools(DataNode tools) => AddAll(tools, "tools-list", ToolModeler.Draft);

    public void AddTool(DataNode tool)
    {
        _kinds.Add("tool-definition");
        AddDraft(ToolModeler.Draft(tool, notices));
    }

    public void AddPrompts(DataNode prompts) => AddAll(prompts, "prompts-list", PromptModeler.Draft);

    public void AddPrompt(DataNode prompt)
    {
        _kinds.Add("prompt");
        AddDraft(PromptModeler.Draft(prompt, notices));
    }

    public void AddResources(DataNode resources) => AddAll(resources, "resources-list", ResourceModeler.Draft);

    public void AddServerInfo(DataNode info)
    {
        _kinds.Add(ServerInfoKind);
        _name ??= (info as ScalarNode) ?? info["name"] as ScalarNode;
        _version ??= info["version"] as ScalarNode;
        ServerInfoModeler.AddImplementation(info, _server);
    }

    /// <summary>Adds a member that says something of the server beside its lists: name, version, title, description.</summary>
    public void AddServerMember(DataMember member, Field field)
    {
        _kinds.Add(ServerInfoKind);
        _name ??= field == ServerFields.Name ? member.Value as ScalarNode : null;
        _version ??= field == ServerFields.Version ? member.Value as ScalarNode : null;
        _server.AddScalars(field, member.Value);
    }

    /// <summary>Adds a member of a handshake, or any member beside the lists that says something of the server.</summary>
    public void AddHandshake(DataMember member)
    {
        _kinds.Add(ServerInfoKind);
        ServerInfoModeler.AddHandshake(member, _server);
    }

    /// <summary>Adds a member that no format defines.</summary>
    public void AddUnknown(DataMember member) => ServerInfoModeler.AddUnknown(member, _server);

    /// <summary>Notes whether the list that was just added goes on.</summary>
    public void EndPage(DataNode? nextCursor) => _openPage = nextCursor is ScalarNode { Kind: ScalarKind.String, Value.Length: > 0 } ? nextCursor : null;

    public ServerFragment ToFragment(FragmentScope scope, string? entryName = null) => new()
    {
        Scope = scope,
        Name = _name?.Value ?? entryName ?? "",
        Version = _version?.Value ?? "",
        Authority = 20,
        EntryName = entryName,
        Anchor = _name ?? root,
        Entries = _server.ToEntries(),
        Subjects = _subjects.ToImmutable(),
    };

    private delegate SubjectDraft? Drafter(DataNode definition, ImmutableArray<Notice>.Builder notices, ScalarNode? key);

    private void AddAll(DataNode list, string kind, Drafter draft)
    {
        _kinds.Add(kind);
        if (list is ScalarNode)
        {
            notices.Add(Notice.At(NoticeSeverity.Error, list.Source, list.Span, "A list of definitions is expected here; there is none to examine."));
            return;
        }

        foreach (var item in list.Items)
        {
            AddDraft(draft(item, notices, null));
        }

        foreach (var member in list.Members)
        {
            AddDraft(draft(member.Value, notices, member.Name));
        }
    }

    private void AddDraft(SubjectDraft? draft)
    {
        if (draft is not null)
        {
            _subjects.Add(draft);
        }
    }
}
