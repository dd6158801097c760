using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>One tree for JSON, JSONC, YAML, TOML and XML facts. Every node knows the text and the span it was written in.</summary>
/// <remarks>Immutable. A YAML alias shares the node of its anchor, so the tree can be a graph without cycles: walk it with a bound.</remarks>
public abstract class DataNode(SourceText source, TextSpan span)
{
    public SourceText Source { get; } = source;

    /// <summary>The whole node, delimiters and quotes included.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>The value of a member of an object; null for any other node or an absent name. The last of several duplicates wins.</summary>
    public virtual DataNode? this[string name] => null;

    /// <summary>Elements of an array; empty for any other node.</summary>
    public virtual ReadOnlySpan<DataNode> Items => [];

    /// <summary>Members of an object; empty for any other node.</summary>
    public virtual ReadOnlySpan<DataMember> Members => [];

    /// <summary>The text of a string scalar; null for any other node.</summary>
    public string? AsString() => this is ScalarNode { Kind: ScalarKind.String } scalar ? scalar.Value : null;

    public Location At(string logicalPath = "") => new(Source, Span, logicalPath);
}
