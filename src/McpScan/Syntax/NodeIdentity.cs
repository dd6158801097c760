namespace McpScan.Syntax;

/// <summary>
/// Tells nodes apart by identity, as sets of nodes need it. The hash is where a node stands: the one that the runtime gives an object is made on first use and stored
/// beside it, which took a fifth of a long audit.
/// </summary>
public sealed class NodeIdentity : IEqualityComparer<DataNode>
{
    private NodeIdentity()
    {
    }

    public static NodeIdentity Instance { get; } = new();

    public bool Equals(DataNode? x, DataNode? y) => ReferenceEquals(x, y);

    public int GetHashCode(DataNode obj) => obj.Span.Start;
}
