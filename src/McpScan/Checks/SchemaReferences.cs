using System.Globalization;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>The local references of a tool's schemas, and which of them stand in a loop; worked out once for each tool, in time that grows with its size.</summary>
internal sealed class SchemaReferences
{
    /// <summary>References that are followed in one definition; a schema with more of them is too long to be read, which another rule says.</summary>
    private const int MaxReferences = 2048;

    private readonly HashSet<ScalarNode> _looping = new(NodeIdentity.Instance);
    private readonly Dictionary<ObjectNode, Dictionary<string, DataNode>> _members = new(NodeIdentity.Instance);

    private SchemaReferences(Subject tool)
    {
        foreach (var field in new[] { ToolFields.InputSchema, ToolFields.OutputSchema })
        {
            if (tool.First(field) is { } schema)
            {
                AddLoops(schema, ReferencesIn(schema, tool));
            }
        }
    }

    public static SchemaReferences Of(Subject tool) => tool.Memo.Of(tool, static t => new SchemaReferences(t));

    /// <summary>Whether a reference leads, at once or by way of others, to a part of the schema that holds it.</summary>
    public bool IsLooping(ScalarNode reference) => _looping.Contains(reference);

    /// <summary>The references within a schema, in the order of the text.</summary>
    private static ScalarNode[] ReferencesIn(DataNode schema, Subject tool)
    {
        var all = new List<ScalarNode>();
        foreach (var entry in tool.Entries)
        {
            if (ReferenceEquals(entry.Field, ToolFields.SchemaReference) && entry.Node is ScalarNode node && ReferenceEquals(node.Source, schema.Source) && schema.Span.Contains(node.Span))
            {
                all.Add(node);
                if (all.Count == MaxReferences)
                {
                    break;
                }
            }
        }

        all.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return [.. all];
    }

    /// <summary>
    /// A reference has an edge to each reference within the part that it names, which is a range of the sorted list. Those that stand in a loop are the strongly connected
    /// components, found by Tarjan's algorithm without recursion.
    /// </summary>
    private void AddLoops(DataNode schema, ScalarNode[] references)
    {
        var ranges = Array.ConvertAll(references, reference => RangeOf(Resolve(schema, reference.Value), references));
        var (index, low, next) = (new int[references.Length], new int[references.Length], new int[references.Length]);
        var (open, path, onPath) = (new Stack<int>(), new Stack<int>(), new bool[references.Length]);
        var count = 0;
        for (var root = 0; root < references.Length; root++)
        {
            if (index[root] == 0)
            {
                open.Push(root);
            }

            while (open.TryPeek(out var node))
            {
                if (index[node] == 0)
                {
                    (index[node], low[node], next[node], onPath[node]) = (++count, count, ranges[node].First, true);
                    path.Push(node);
                }

                if (next[node] < ranges[node].End)
                {
                    var target = next[node];
                    if (index[target] == 0)
                    {
                        open.Push(target);
                        continue;
                    }

                    next[node]++;
                    low[node] = onPath[target] ? Math.Min(low[node], low[target]) : low[node];
                    continue;
                }

                open.Pop();
                if (low[node] == index[node])
                {
                    AddComponent(node, path, onPath, ranges[node], references);
                }
            }
        }
    }

    private void AddComponent(int node, Stack<int> path, bool[] onPath, (int First, int End) range, ScalarNode[] references)
    {
        var isLoop = path.Peek() != node || (range.First <= node && node < range.End);
        int member;
        do
        {
            member = path.Pop();
            onPath[member] = false;
            if (isLoop)
            {
                _looping.Add(references[member]);
            }
        }
        while (member != node);
    }

    private static (int First, int End) RangeOf(DataNode? target, ScalarNode[] references)
    {
        if (target is null)
        {
            return (0, 0);
        }

        var first = FirstFrom(target.Span.Start, references);
        return (first, FirstFrom(target.Span.End, references));
    }

    /// <summary>The first reference that begins at or behind an offset.</summary>
    private static int FirstFrom(int offset, ScalarNode[] references)
    {
        var (low, high) = (0, references.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = references[middle].Span.Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The node at a JSON pointer of the form <c>#/a/b</c>, or null.</summary>
    private DataNode? Resolve(DataNode root, string pointer)
    {
        if (pointer is not ['#', ..] || (pointer.Length > 1 && pointer[1] != '/'))
        {
            return null;
        }

        if (pointer.Length == 1)
        {
            return root;
        }

        DataNode? node = root;
        foreach (var range in pointer.AsSpan(2).Split('/'))
        {
            var part = pointer.AsSpan(2)[range].ToString().Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                ArrayNode array => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < array.Items.Length ? array.Items[index] : null,
                ObjectNode members => MembersOf(members).GetValueOrDefault(part),
                _ => null,
            };
        }

        return node;
    }

    private Dictionary<string, DataNode> MembersOf(ObjectNode node)
    {
        if (!_members.TryGetValue(node, out var byName))
        {
            _members.Add(node, byName = new Dictionary<string, DataNode>(StringComparer.Ordinal));
            foreach (var member in node.Members)
            {
                byName[member.Name.Value] = member.Value;
            }
        }

        return byName;
    }
}
