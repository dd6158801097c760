using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>A package's own metadata while it is read: the subject, and what joins it with its server.</summary>
/// <param name="ecosystem">npm, pypi, nuget, …</param>
/// <param name="definition">The whole metadata.</param>
public sealed class PackageDraft(string ecosystem, DataNode definition)
{
    private readonly ImmutableArray<Notice>.Builder _notices = ImmutableArray.CreateBuilder<Notice>();
    private EntryCollector? _entries;

    public EntryCollector Entries => _entries ??= new EntryCollector(definition, _notices);

    /// <summary>What a bound cut off.</summary>
    public ImmutableArray<Notice> Notices => _notices.ToImmutable();

    /// <summary>The package's name where it is written.</summary>
    public ScalarNode? Name { get; private set; }

    public ScalarNode? Version { get; private set; }

    /// <summary>The registry name that the package claims.</summary>
    public ScalarNode? McpName { get; private set; }

    /// <summary>Whether anything in it speaks of MCP.</summary>
    public bool IsMcp { get; set; }

    /// <summary>Sets the name unless it is no string: then the text is kept as another fact.</summary>
    public void SetName(DataNode node)
    {
        if (node is ScalarNode { Kind: ScalarKind.String } name)
        {
            Name ??= name;
            Entries.AddOptional(PackageFields.Ecosystem, DerivedScalar.At(name, ecosystem));
            Entries.AddOptional(PackageFields.Name, name);
            IsMcp |= PackageTraces.SaysMcp(name.Value);
        }
        else
        {
            Entries.AddOptional(PackageFields.Other, node);
        }
    }

    public void SetVersion(DataNode node)
    {
        Version ??= node as ScalarNode;
        Entries.AddOptional(PackageFields.Version, node);
    }

    public void SetMcpName(DataNode node)
    {
        McpName ??= node as ScalarNode;
        Entries.AddOptional(PackageFields.McpName, node);
        IsMcp = true;
    }

    /// <summary>The fragment: of the folder's server where there is a trace of MCP, else a supplement.</summary>
    public ServerFragment ToFragment()
    {
        var name = Name?.Value ?? "";
        var identities = ImmutableArray.CreateBuilder<string>(2);
        if (name.Length > 0)
        {
            identities.Add(PackageIdentity.Of(ecosystem, name));
        }

        if (McpName is { Value.Length: > 0 })
        {
            identities.Add(PackageIdentity.Of("registry", McpName.Value));
        }

        var anchor = (DataNode?)Name ?? definition;
        return new ServerFragment
        {
            Scope = IsMcp ? FragmentScope.Folder : FragmentScope.Supplement,
            Name = name,
            Version = Version?.Value ?? "",
            Authority = 10,
            Identities = identities.ToImmutable(),
            Anchor = anchor,
            Subjects = [new SubjectDraft(SubjectKind.Package, $"package:{ecosystem}:{name}", new Untrusted(name.Length == 0 ? ecosystem : name), anchor, definition, Entries.ToEntries())],
        };
    }
}
