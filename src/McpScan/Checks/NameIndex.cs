using System.Runtime.CompilerServices;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>The subjects of a server by their names, made once: a capture may hold a hundred thousand tools, and comparing each with each takes minutes.</summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<Server, NameIndex> Made = [];

    private readonly Dictionary<string, Bucket> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Bucket> _plain = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceText, int> _sources = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Subject, int> _order = new(ReferenceEqualityComparer.Instance);

    private NameIndex(Server server)
    {
        foreach (var subject in server.Subjects)
        {
            _order.TryAdd(subject, _order.Count);
            _sources.TryAdd(subject.Definition.Source, _sources.Count);
            foreach (var scope in (ReadOnlySpan<int>)[AnySource, _sources[subject.Definition.Source]])
            {
                Add(_exact, Key(subject.Kind, scope, subject.Name.Raw), subject);
                Add(_plain, Key(subject.Kind, scope, ToolNames.Plain(subject.Name.Raw)), subject);
            }
        }
    }

    private const int AnySource = -1;

    public static NameIndex Of(Server server) => Made.GetValue(server, static s => new NameIndex(s));

    /// <summary>The first subject with the name; within the asked subject's own server it must stand before it, in the same file.</summary>
    /// <param name="asked">The subject that is compared.</param>
    /// <param name="name">The name.</param>
    /// <param name="loosely">Whether the names differ, but only in case and separators.</param>
    public Subject? Find(Subject asked, string name, bool loosely)
    {
        var isOwn = _order.TryGetValue(asked, out var place);
        var scope = isOwn ? _sources[asked.Definition.Source] : AnySource;
        var found = loosely
            ? Get(_plain, Key(asked.Kind, scope, ToolNames.Plain(name)))?.NotCalled(name)
            : Get(_exact, Key(asked.Kind, scope, name))?.First;
        return found is not null && (!isOwn || _order[found] < place) ? found : null;
    }

    private static string Key(SubjectKind kind, int scope, string name) => $"{(int)kind} {scope} {name}";

    private static Bucket? Get(Dictionary<string, Bucket> buckets, string key) => buckets.GetValueOrDefault(key);

    private static void Add(Dictionary<string, Bucket> buckets, string key, Subject subject)
    {
        if (buckets.TryGetValue(key, out var bucket))
        {
            bucket.Add(subject);
        }
        else
        {
            buckets.Add(key, new Bucket(subject));
        }
    }
}

/// <summary>The first subject of those with one name, and the first one that spells it in another way.</summary>
internal sealed class Bucket(Subject first)
{
    private Subject? _other;

    public Subject First { get; } = first;

    public void Add(Subject subject)
    {
        if (_other is null && subject.Name.Raw != First.Name.Raw)
        {
            _other = subject;
        }
    }

    public Subject? NotCalled(string name) => First.Name.Raw != name ? First : _other;
}
