using McpScan.Modeling;

namespace McpScan.Governance.Locking.Comparing;

/// <summary>What a server reaches and did not reach, whichever of its definitions says so: a host that only moved is no new one.</summary>
internal static class ReachChanges
{
    public static IEnumerable<Change> Of(LockedServer before, LockedServer after)
    {
        var known = before.Reach.Select(static reach => (reach.Kind, reach.Value)).ToHashSet();
        foreach (var reach in after.Reach)
        {
            if (!known.Contains((reach.Kind, reach.Value)))
            {
                yield return new Change(KindOf(reach.Kind), $"{NounOf(reach.Kind)} {reach.Value}", reach.Node) { Name = reach.Value, NewText = reach.Value };
            }
        }
    }

    private static ChangeKind KindOf(ReachKind kind) => kind switch
    {
        ReachKind.Host => ChangeKind.NewHost,
        ReachKind.Path => ChangeKind.NewPath,
        ReachKind.Secret => ChangeKind.NewSecret,
        _ => ChangeKind.NewScope,
    };

    private static string NounOf(ReachKind kind) => kind switch
    {
        ReachKind.Host => "host",
        ReachKind.Path => "path",
        ReachKind.Secret => "secret or variable",
        _ => "scope",
    };
}
