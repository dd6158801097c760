using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Where a scalar hangs in a tree: its container, its place there, and the containers above.</summary>
/// <param name="Leaf">The scalar.</param>
/// <param name="Container">The object or array that holds it.</param>
/// <param name="Index">Its index there; of the member whose value it is in an object.</param>
/// <param name="Above">The path of the container, or null where it is the root.</param>
internal sealed record TreePath(ScalarNode Leaf, DataNode Container, int Index, TreePathStep? Above)
{
    /// <summary>Nodes that are looked at. An alias can unfold a small text into more than anyone has time for.</summary>
    private const int MaxVisits = 20_000;

    /// <summary>The scalar value that holds a span, or null where none below the node does.</summary>
    public static TreePath? Find(DataNode root, TextSpan span)
    {
        var visits = 0;
        return Find(root, span, null, 0, ref visits);
    }

    private static TreePath? Find(DataNode node, TextSpan span, TreePathStep? above, int depth, ref int visits)
    {
        if (depth > ReaderLimits.MaxDepth || ++visits > MaxVisits)
        {
            return null;
        }

        for (var i = 0; i < node.Items.Length; i++)
        {
            if (Find(node, node.Items[i], i, span, above, depth, ref visits) is { } path)
            {
                return path;
            }
        }

        for (var i = 0; i < node.Members.Length; i++)
        {
            if (Find(node, node.Members[i].Value, i, span, above, depth, ref visits) is { } path)
            {
                return path;
            }
        }

        return null;
    }

    private static TreePath? Find(DataNode container, DataNode child, int index, TextSpan span, TreePathStep? above, int depth, ref int visits) =>
        child is ScalarNode scalar
            ? scalar.Span.Contains(span) ? new TreePath(scalar, container, index, above) : null
            : Find(child, span, new TreePathStep(container, index, above), depth + 1, ref visits);
}

/// <summary>A container on the way to a scalar.</summary>
/// <param name="Container">The container.</param>
/// <param name="Index">Which of its children leads on.</param>
/// <param name="Above">The step before, or null at the root.</param>
internal sealed record TreePathStep(DataNode Container, int Index, TreePathStep? Above);
