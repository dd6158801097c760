using System.Collections.Immutable;
using McpScan.Governance.Locking;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Auditing.Locking;

/// <summary>A lock in the place of the files that it was made of, so that it can be held against another one.</summary>
internal static class LockInventory
{
    /// <summary>Servers and definitions in the order of the lock, without values: a comparison takes those from the lock.</summary>
    public static Inventory Of(LockFile later) => new(
        [],
        [.. later.Servers.Select(Server)],
        [],
        later.IsComplete ? [] : [new Notice(NoticeSeverity.Error, "The later lock was made when not everything could be read: what it lacks is unknown.")],
        new Coverage(0, 0, [], []));

    private static Server Server(LockedServer server) => new(
        server.Id, server.Name, server.Version, server.Node.Source.Path, null, [.. server.Definitions.Select(definition => Subject(definition, "server:" + server.Id))]);

    private static Subject Subject(LockedDefinition definition, string server)
    {
        var id = definition.Kind == SubjectKind.Server ? server : $"{server}/{definition.Id}";
        return new Subject(definition.Kind, id, definition.Name, new Location(definition.Node.Source, definition.Span, id), definition.Node, []);
    }
}
