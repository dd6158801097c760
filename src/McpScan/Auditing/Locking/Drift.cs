using System.Collections.Immutable;
using McpScan.Governance.Locking;
using McpScan.Governance.Locking.Comparing;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Auditing.Locking;

/// <summary>Holds an inventory against a lock: each subject learns how it differs from its pinned form, which the rules of the family <c>drift</c> ask about.</summary>
public static class Drift
{
    /// <summary>The family of rules that ask about changes; without a lock there is nothing for them to ask.</summary>
    public const string Family = "drift";

    /// <summary>The inventory with its changes. A pinned server that is gone becomes a subject of its own, at its place in the lock.</summary>
    public static Inventory Mark(Inventory inventory, LockFile before) => Mark(inventory, before, LockMaker.Make(inventory, before.ToolVersion));

    /// <summary>The same where the inventory's own lock is known.</summary>
    internal static Inventory Mark(Inventory inventory, LockFile before, LockFile after)
    {
        var delta = LockDelta.Of(before, after);
        var servers = inventory.Servers.ToBuilder();
        for (var i = 0; i < servers.Count; i++)
        {
            var changes = delta.Servers[i].Definitions;
            servers[i] = servers[i] with { Subjects = [.. servers[i].Subjects.Select((subject, j) => changes[j].IsEmpty ? subject : subject.With(changes[j]))] };
        }

        return inventory with
        {
            IsCompared = true,
            Servers = servers.ToImmutable(),
            Others = [.. inventory.Others.Concat(delta.Removed.Select(Gone)).OrderBy(static subject => subject.Id, StringComparer.Ordinal)],
            Notices = before.IsComplete ? inventory.Notices : inventory.Notices.Add(new Notice(
                NoticeSeverity.Warning, "The state that was pinned could not be read whole: what the lock lacks is reported as new. Lock again once all can be read.")),
        };
    }

    private static Subject Gone(LockedServer server)
    {
        var id = $"file:{server.Node.Source.Path}/server:{server.Id}";
        var place = server.Definitions[0];
        return new Subject(SubjectKind.File, id, server.Name, new Location(place.Node.Source, place.Span, id), place.Node, [])
            .With([place.Whole(ChangeKind.RemovedServer, $"server {server.Name}") with { OldText = server.Name }]);
    }
}
