using System.Collections.Immutable;
using System.Runtime.InteropServices;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Elements in the order they were written.</summary>
public sealed class ArrayNode(SourceText source, TextSpan span, ImmutableArray<DataNode> items) : DataNode(source, span)
{
    private readonly DataNode[] _items = ImmutableCollectionsMarshal.AsArray(items) ?? [];

    public override ReadOnlySpan<DataNode> Items => _items;
}
