using System.Runtime.CompilerServices;
using McpScan.Modeling;

namespace McpScan.Checks;

/// <summary>The subjects of all servers that are installed together by their names, and how many tools there are, made once: a client file may name tens of thousands of servers.</summary>
internal sealed class GroupIndex
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Server>, GroupIndex> Made = [];

    private readonly SubjectsByName _names = new();
    private readonly Dictionary<Subject, Server> _owners = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Server, int> _toolsBefore = new(ReferenceEqualityComparer.Instance);

    private GroupIndex(IReadOnlyList<Server> group)
    {
        foreach (var server in group)
        {
            _toolsBefore.TryAdd(server, Tools);
            foreach (var subject in server.Subjects)
            {
                Tools += subject.Kind == SubjectKind.Tool ? 1 : 0;
                _names.Add(subject, 0);
                _owners.TryAdd(subject, server);
            }
        }
    }

    /// <summary>The tools of all servers together.</summary>
    public int Tools { get; }

    /// <param name="group">The servers in the order of their ids, one and the same list for all of them.</param>
    public static GroupIndex Of(IReadOnlyList<Server> group) => Made.GetValue(group, static g => new GroupIndex(g));

    /// <summary>The first subject with the name on a server whose id is lower than that of the asked subject's server.</summary>
    /// <param name="asked">The subject that is compared.</param>
    /// <param name="server">Its server.</param>
    /// <param name="name">The name.</param>
    /// <param name="loosely">Whether the names differ, but only in case and separators.</param>
    public (Subject Subject, Server Owner)? Before(Subject asked, Server server, string name, bool loosely) =>
        _names.Find(asked.Kind, 0, name, loosely) is { } found && _owners[found] is var owner && string.CompareOrdinal(owner.Id, server.Id) < 0
            ? (found, owner)
            : null;

    /// <summary>How many tools the servers have that stand before this one.</summary>
    public int ToolsBefore(Server server) => _toolsBefore[server];
}
