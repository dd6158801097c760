using System.Runtime.CompilerServices;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>The classes of verbs of catalogs/lists/tool-verbs.yaml, read once for each set of lists.</summary>
internal sealed class ToolVerbs
{
    private const string List = "tool-verbs";
    private static readonly ConditionalWeakTable<Lists, ToolVerbs> Made = [];

    private readonly Dictionary<string, string> _classes = new(StringComparer.OrdinalIgnoreCase);

    private ToolVerbs(Lists lists)
    {
        foreach (var member in lists.Entries(List) is { } entries ? entries.Members : [])
        {
            foreach (var verb in member.Value.Items)
            {
                _classes[((ScalarNode)verb).Value] = member.Name.Value;
            }
        }
    }

    public static ToolVerbs Of(Lists lists) => Made.GetValue(lists, static l => new ToolVerbs(l));

    /// <summary>The class of the first word of a name that is a known verb, and where it stands; null where none is.</summary>
    public (string Class, int Start, int Length)? Find(string name)
    {
        var spans = _classes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (start, length) in NameWords.Of(name))
        {
            if (spans.TryGetValue(name.AsSpan(start, length), out var found))
            {
                return (found, start, length);
            }
        }

        return null;
    }
}
