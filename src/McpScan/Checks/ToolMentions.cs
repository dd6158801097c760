using System.Runtime.CompilerServices;
using McpScan.Modeling;

namespace McpScan.Checks;

/// <summary>The distinctive names of tools of all servers that are installed together, made once, and where a sentence says one.</summary>
internal sealed class ToolMentions
{
    private const int MinLength = 6;

    /// <summary>The protocol's longest name; every length in use is tried at every word.</summary>
    private const int MaxLength = 128;

    private static readonly ConditionalWeakTable<IReadOnlyList<Server>, ToolMentions> Made = [];

    private readonly List<(Subject Tool, Server Owner)> _tools = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _lengths = [];

    private ToolMentions(IReadOnlyList<Server> group)
    {
        foreach (var server in group)
        {
            foreach (var subject in server.Subjects)
            {
                if (subject.Kind == SubjectKind.Tool && IsDistinctive(subject.Name.Raw) && _places.TryAdd(subject.Name.Raw, _tools.Count))
                {
                    _tools.Add((subject, server));
                    _lengths.Add(subject.Name.Raw.Length);
                }
            }
        }
    }

    /// <param name="group">The servers, one and the same list for all of them.</param>
    public static ToolMentions Of(IReadOnlyList<Server> group) => Made.GetValue(group, static g => new ToolMentions(g));

    /// <summary>The first tool of the group that the text names and the server has not, and where the text does so.</summary>
    public (Subject Tool, Server Owner, int At)? Find(string text, Server server)
    {
        var names = _places.GetAlternateLookup<ReadOnlySpan<char>>();
        var (first, at) = (_tools.Count, -1);
        for (var start = 0; start < text.Length; start++)
        {
            if (start > 0 && IsWord(text[start - 1]))
            {
                continue;
            }

            foreach (var length in _lengths)
            {
                var end = start + length;
                if (end > text.Length)
                {
                    break;
                }

                if ((end == text.Length || !IsWord(text[end])) && names.TryGetValue(text.AsSpan(start, length), out var name, out var place)
                    && place < first && !NameIndex.Of(server).Has(SubjectKind.Tool, name))
                {
                    (first, at) = (place, start);
                }
            }
        }

        return at >= 0 ? (_tools[first].Tool, _tools[first].Owner, at) : null;
    }

    /// <summary>A single word such as <c>search</c> may be said by anybody; a compound is a name.</summary>
    private static bool IsDistinctive(string name) =>
        name.Length is >= MinLength and <= MaxLength && (name.AsSpan().IndexOfAny('_', '-') > 0 || name.AsSpan(1).IndexOfAnyInRange('A', 'Z') >= 0);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';
}
