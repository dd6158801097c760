using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>What a capability was seen by: a part of a scalar's value, or a whole node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Start">Where in a scalar's value it begins.</param>
/// <param name="Length">How much of the value it is; negative for the whole node.</param>
/// <param name="Key">The parameter or variable it belongs to, where there is one.</param>
public readonly record struct CapabilityEvidence(DataNode Node, int Start, int Length, ScalarNode? Key = null)
{
    private const int MaxWords = 80;

    /// <summary>The whole of a node.</summary>
    public static CapabilityEvidence Of(DataNode node, ScalarNode? key = null) => new(node, 0, -1, key);

    /// <summary>Its place in the source.</summary>
    public TextSpan Span => Node is not ScalarNode scalar ? Node.Span : Length < 0 ? scalar.ContentSpan : scalar.Locate(Start, Length);

    /// <summary>The words themselves, at most 80 units of them.</summary>
    public string Words
    {
        get
        {
            if (Node is not ScalarNode scalar)
            {
                return Node.Source.ToString(new TextSpan(Node.Span.Start, Math.Min(Node.Span.Length, MaxWords)));
            }

            var length = Math.Min(Length < 0 ? scalar.Value.Length : Length, MaxWords);
            return scalar.Value.Substring(Start, length);
        }
    }
}
