using McpScan.Discovery.Captures;
using McpScan.Text;

using McpScan.Modeling;

namespace McpScan.Discovery;

/// <summary>The parts that were found to be one server: the one that introduced it first, then as they joined, which depends on nothing but their paths.</summary>
internal sealed class ServerParts(string home, ServerPart first)
{
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal) { first.Kind };
    private readonly List<ServerPart> _parts = [first];

    /// <summary>The folder it lives in.</summary>
    public string Home { get; } = home;

    public IReadOnlyList<ServerPart> Parts => _parts;

    public ServerPart First => _parts[0];

    /// <summary>How the part that introduced it finds its server.</summary>
    public FragmentScope Scope { get; } = first.Fragment.Scope;

    /// <summary>Whether the file that introduced it has a name that many captures share.</summary>
    public bool IsGeneric { get; } = first.Fragment.Scope == FragmentScope.Capture && CaptureNames.IsGeneric(first.Artifact.FileName);

    public void Add(ServerPart part)
    {
        _kinds.Add(part.Kind);
        _parts.Add(part);
    }

    public void AddAll(ServerParts other)
    {
        foreach (var part in other._parts)
        {
            Add(part);
        }
    }

    public bool HasKind(string kind) => _kinds.Contains(kind);

    public bool SharesKindWith(ServerParts other) => _kinds.Overlaps(other._kinds);

    /// <summary>Whether one of the parts gives the server that name, be it behind the namespace of a registry name.</summary>
    public bool IsCalled(string name)
    {
        foreach (var part in _parts)
        {
            var own = part.Fragment.Name.Raw;
            if (own.Length > 0 && (own == name || (own.EndsWith(name, StringComparison.Ordinal) && own[^(name.Length + 1)] == '/')))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The part whose word on a name counts most; null where none gives one.</summary>
    public ServerPart? Best(Func<ServerFragment, Untrusted> text)
    {
        ServerPart? best = null;
        foreach (var part in _parts)
        {
            if (!text(part.Fragment).IsEmpty && (best is null || part.Fragment.Authority > best.Fragment.Authority))
            {
                best = part;
            }
        }

        return best;
    }
}
