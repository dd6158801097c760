using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>What a leaf saw: a node and the exact span within its text, with the evidence.</summary>
/// <param name="Node">The node that holds the evidence.</param>
/// <param name="Span">The source span.</param>
public sealed record Hit(DataNode Node, TextSpan Span)
{
    /// <summary>The name that <c>*</c> stands for, for the message.</summary>
    public ScalarNode? Key { get; init; }

    /// <summary>What was decoded from the span, where it was encoded or invisible.</summary>
    public string? Decoded { get; init; }

    /// <summary>Other places that the finding rests on, each with a word on its part.</summary>
    public ImmutableArray<(Location Location, string Role)> Related { get; init; } = [];

    /// <summary>Values for further placeholders of the message.</summary>
    public ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The difference from the pinned form that it shows; null where it is none.</summary>
    public Change? Change { get; init; }

    /// <summary>Whether the span holds a secret: every report then shows it redacted.</summary>
    public bool IsSecret { get; init; }

    /// <summary>A hit on a part of a scalar's value.</summary>
    public static Hit In(ScalarNode node, int start, int length, ScalarNode? key = null) => new(node, node.Locate(start, length)) { Key = key };

    /// <summary>A hit on the whole value of a node, without quotes for a scalar.</summary>
    public static Hit On(DataNode node, ScalarNode? key = null) =>
        new(node, node is ScalarNode scalar ? scalar.ContentSpan : node.Span) { Key = key };
}
