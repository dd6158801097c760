using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Checks;

/// <summary>Asks how a subject differs from its pinned form.</summary>
internal sealed class ChangeCheck : ICheck
{
    public string Name => "change";

    public string Summary => "Finds differences of given kinds between the subject and its form in the lock that the audit was given.";

    public ImmutableArray<CheckParameter> Parameters =>
    [
        new("kinds", $"Kinds of changes: {string.Join(", ", ChangeKinds.Names)}.", IsRequired: true, Kind: ArgumentKind.Change),
        new("names", "Only changes of what has one of these names, such as an annotation; all by default."),
    ];

    public bool MayFind(CheckInput input) => !input.Subject.Changes.IsEmpty;

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        var kinds = input.Arguments.Texts("kinds");
        var names = input.Arguments.Texts("names");
        foreach (var change in input.Subject.Changes)
        {
            if (kinds.Any(kind => ChangeKinds.Find(kind) == change.Kind) && (names.Count == 0 || names.Contains(change.Name, StringComparer.Ordinal)))
            {
                yield return HitOf(change);
            }
        }
    }

    private static Hit HitOf(Change change) => new(change.Now, change.Span)
    {
        Change = change,
        Values = ImmutableDictionary<string, string>.Empty
            .Add("what", change.What)
            .Add("before", change.OldText ?? "nothing")
            .Add("after", change.NewText ?? "nothing"),
        Related = change.Before is { } before ? [(before.At(), "as it was pinned")] : [],
    };
}
