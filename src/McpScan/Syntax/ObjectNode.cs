using System.Collections.Immutable;
using System.Runtime.InteropServices;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Members in the order they were written; duplicates are kept, and the last one wins a look-up.</summary>
public sealed class ObjectNode(SourceText source, TextSpan span, ImmutableArray<DataMember> members) : DataNode(source, span)
{
    private readonly DataMember[] _members = ImmutableCollectionsMarshal.AsArray(members) ?? [];

    public override ReadOnlySpan<DataMember> Members => _members;

    public override DataNode? this[string name] => Find(name)?.Value;

    /// <summary>The last member of that name.</summary>
    public DataMember? Find(string name)
    {
        for (var i = _members.Length - 1; i >= 0; i--)
        {
            if (_members[i].Name.Value == name)
            {
                return _members[i];
            }
        }

        return null;
    }
}
