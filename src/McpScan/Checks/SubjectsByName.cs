using McpScan.Modeling;

namespace McpScan.Checks;

/// <summary>Subjects by their kind, a scope and their name, as it is spelled and without case and separators; the first added is the first found.</summary>
internal sealed class SubjectsByName
{
    private readonly Dictionary<string, Bucket> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Bucket> _plain = new(StringComparer.Ordinal);

    public void Add(Subject subject, int scope)
    {
        Add(_exact, Key(subject.Kind, scope, subject.Name.Raw), subject);
        Add(_plain, Key(subject.Kind, scope, ToolNames.Plain(subject.Name.Raw)), subject);
    }

    /// <summary>The first subject with the name, or the first whose name differs, but only in case and separators.</summary>
    public Subject? Find(SubjectKind kind, int scope, string name, bool loosely) => loosely
        ? _plain.GetValueOrDefault(Key(kind, scope, ToolNames.Plain(name)))?.NotCalled(name)
        : _exact.GetValueOrDefault(Key(kind, scope, name))?.First;

    private static string Key(SubjectKind kind, int scope, string name) => $"{(int)kind} {scope} {name}";

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

    /// <summary>The first subject of those with one name, and the first one that spells it in another way.</summary>
    private sealed class Bucket(Subject first)
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
}
