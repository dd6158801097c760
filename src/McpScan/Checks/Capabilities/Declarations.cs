using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>What manifests and profiles say that a server and its tools can do.</summary>
internal sealed class Declarations
{
    private static readonly ConditionalWeakTable<Server, Declarations> Made = [];

    private readonly Dictionary<string, List<Capability>> _byTool = new(StringComparer.Ordinal);
    private readonly List<Capability> _granted = [];
    private readonly List<Capability> _asked = [];

    private Declarations(Server server)
    {
        var ofTools = new HashSet<DataNode>(NodeIdentity.Instance);
        foreach (var tool in server.Tools)
        {
            if (tool.First(ToolFields.Capability) is not null)
            {
                Domains = CapabilityDomains.All;
                ListOf(tool.Name.Raw).AddRange(Parsed(tool, ToolFields.Capability, ofTools));
            }
            else if (tool.Definition["capabilities"] is ArrayNode)
            {
                // An empty list says: nothing.
                Domains = CapabilityDomains.All;
                ListOf(tool.Name.Raw);
            }
        }

        foreach (var subject in server.Subjects)
        {
            switch (subject.Kind)
            {
                case SubjectKind.Permissions:
                    AddPermissions(subject, ofTools);
                    break;
                case SubjectKind.Input:
                    AddInput(subject);
                    break;
                case SubjectKind.Launch when LaunchTerms.HasNoNetwork(subject):
                    Profile ??= subject;
                    Domains |= CapabilityDomains.Network;
                    break;
            }
        }
    }

    /// <summary>What they speak of.</summary>
    public CapabilityDomains Domains { get; private set; }

    /// <summary>The first manifest or profile; null where there is none.</summary>
    public Subject? Profile { get; private set; }

    /// <summary>What a manifest or profile grants the server, not one of its tools.</summary>
    public IReadOnlyList<Capability> Granted => _granted;

    /// <summary>What the server asks its user for: variables, folders.</summary>
    public IReadOnlyList<Capability> Asked => _asked;

    /// <summary>What is granted to the server or to any of its tools.</summary>
    public IEnumerable<Capability> All => _granted.Concat(_byTool.Values.SelectMany(static list => list));

    /// <summary>Whether a capability manifest lists tools.</summary>
    public bool ListsTools => _byTool.Count > 0;

    public static Declarations Of(Server server) => Made.GetValue(server, static s => new Declarations(s));

    /// <summary>What is declared of the tools of a name; null where no manifest lists it.</summary>
    public IReadOnlyList<Capability>? OfTool(string name) => _byTool.GetValueOrDefault(name);

    /// <summary>What a profile or manifest grants, that of its tools among it.</summary>
    public static IEnumerable<Capability> OfProfile(Subject profile) => Parsed(profile, PermissionsFields.Capability, []).Concat(PermissionTerms.Of(profile));

    private List<Capability> ListOf(string tool)
    {
        if (!_byTool.TryGetValue(tool, out var list))
        {
            _byTool.Add(tool, list = []);
        }

        return list;
    }

    private void AddPermissions(Subject subject, HashSet<DataNode> ofTools)
    {
        Profile ??= subject;
        if (subject.First(PermissionsFields.Grammar) is not null || subject.First(PermissionsFields.Capability) is not null)
        {
            Domains = CapabilityDomains.All;
        }

        Domains |= PermissionTerms.DomainsOf(subject);
        _granted.AddRange(OfProfile(subject).Where(capability => !ofTools.Contains(capability.Evidence.Node)));
    }

    /// <summary>A variable or a folder that the user must supply: the server says that it reads it.</summary>
    private void AddInput(Subject input)
    {
        _asked.AddRange(PartObserver.VariableTerms(input));
        if (input.First(InputFields.Role) is ScalarNode setting && input.FirstText(InputFields.Type) is "directory" or "file")
        {
            _asked.Add(Capability.Declared(new CapabilityTerm("fs", ["read", "write"], "${user_config." + setting.Value + "}"), CapabilityEvidence.Of(setting)));
        }
    }

    private static IEnumerable<Capability> Parsed(Subject subject, Field field, HashSet<DataNode> nodes)
    {
        foreach (var entry in subject.Select(field))
        {
            nodes.Add(entry.Node);
            if (entry.Node is ScalarNode { Kind: ScalarKind.String } text && CapabilityGrammar.Parse(text.Value, out _) is { } term)
            {
                yield return Capability.Declared(term, CapabilityEvidence.Of(text));
            }
        }
    }
}
