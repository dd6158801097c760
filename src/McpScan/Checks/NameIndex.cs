using System.Runtime.CompilerServices;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>The subjects of a server by their names, made once: a capture may hold a hundred thousand tools, and comparing each with each takes minutes.</summary>
internal sealed class NameIndex
{
    private const int AnySource = -1;

    private static readonly ConditionalWeakTable<Server, NameIndex> Made = [];

    private readonly SubjectsByName _names = new();
    private readonly Dictionary<SourceText, int> _sources = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Subject, int> _order = new(ReferenceEqualityComparer.Instance);

    private NameIndex(Server server)
    {
        foreach (var subject in server.Subjects)
        {
            _order.TryAdd(subject, _order.Count);
            _sources.TryAdd(subject.Definition.Source, _sources.Count);
            _names.Add(subject, AnySource);
            _names.Add(subject, _sources[subject.Definition.Source]);
        }
    }

    public static NameIndex Of(Server server) => Made.GetValue(server, static s => new NameIndex(s));

    /// <summary>The first subject of the server with the name that stands before the asked one, in the same file.</summary>
    /// <param name="asked">The subject that is compared, one of the server's.</param>
    /// <param name="name">The name.</param>
    /// <param name="loosely">Whether the names differ, but only in case and separators.</param>
    public Subject? Before(Subject asked, string name, bool loosely) =>
        _names.Find(asked.Kind, _sources[asked.Definition.Source], name, loosely) is { } found && _order[found] < _order[asked] ? found : null;

    /// <summary>Whether the server has a subject of the kind with exactly this name.</summary>
    public bool Has(SubjectKind kind, string name) => _names.Find(kind, AnySource, name, loosely: false) is not null;
}
