using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Governance.Locking.Comparing;

/// <summary>How a lock differs from an earlier one.</summary>
/// <param name="Servers">The later lock's servers, in its order.</param>
/// <param name="Removed">Servers of the earlier one that are gone.</param>
public sealed record LockDelta(ImmutableArray<ServerDelta> Servers, ImmutableArray<LockedServer> Removed)
{
    /// <summary>Holds a lock against an earlier one. Pure; linear in both but for the values of one field of one definition.</summary>
    public static LockDelta Of(LockFile before, LockFile after)
    {
        var pairs = ServerPairs.Of(before.Servers, after.Servers, out var removed);
        return new LockDelta([.. pairs.Select(static pair => pair.Before is null ? ServerDelta.New(pair.After) : ServerDelta.Of(pair.Before, pair.After))], removed);
    }
}

/// <summary>How a server differs.</summary>
/// <param name="Definitions">The changes of each definition, in the order of the server's definitions; those of the server as a whole are the first.</param>
public sealed record ServerDelta(ImmutableArray<ImmutableArray<Change>> Definitions)
{
    /// <summary>A server that was not there: what is in it is judged by the rules for what it says.</summary>
    internal static ServerDelta New(LockedServer server) => new(
    [
        .. server.Definitions.Select(static (definition, i) =>
            i == 0 ? ImmutableArray.Create(definition.Whole(ChangeKind.NewServer, $"server {definition.Name}")) : []),
    ]);

    internal static ServerDelta Of(LockedServer before, LockedServer after)
    {
        var pairs = DefinitionPairs.Of(before.Definitions, after.Definitions, out var removed);
        var news = new ServerNews([.. ArtifactChanges.Of(before, after)], [.. ReachChanges.Of(before, after)]);
        var changes = pairs.ConvertAll(pair => pair.Before is { } old
            ? DefinitionChanges.Of(old, pair.After, news)
            : [Added(pair.After)]);
        changes[0] =
        [
            .. changes[0],
            .. news.Artifacts,
            .. news.Reach,
            .. removed.Select(gone => after.Definitions[0].Whole(ChangeKind.RemovedDefinition, DefinitionChanges.Name(gone)) with { Before = gone.Node, OldText = gone.Name }),
        ];
        return new ServerDelta([.. changes]);
    }

    /// <summary>A definition that was not there, with what it can do and what it says of itself.</summary>
    private static Change Added(LockedDefinition definition)
    {
        var name = DefinitionChanges.Name(definition);
        return definition.Whole(ChangeKind.NewDefinition, definition.Capabilities.IsEmpty ? name : $"{name}, which can {string.Join(", ", definition.Capabilities.Select(static c => c.Term))}") with
        {
            NewText = definition.Values.FirstOrDefault(static value => value.Field.Name == "description")?.Text,
        };
    }
}
