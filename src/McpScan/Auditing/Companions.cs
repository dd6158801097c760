using System.Collections;
using McpScan.Modeling;

namespace McpScan.Auditing;

/// <summary>The other servers of a group, without a copy of the group for each of them: a client file may name tens of thousands.</summary>
/// <param name="group">All servers of the group.</param>
/// <param name="self">The index of the one that is left out.</param>
internal sealed class Companions(Server[] group, int self) : IReadOnlyList<Server>
{
    public int Count => group.Length - 1;

    public Server this[int index] => group[index < self ? index : index + 1];

    public IEnumerator<Server> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
