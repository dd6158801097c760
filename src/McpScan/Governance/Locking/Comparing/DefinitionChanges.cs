using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Governance.Locking.Comparing;

/// <summary>How a definition differs from its pinned form. Equal digests are equal definitions.</summary>
internal static class DefinitionChanges
{
    /// <summary>What a person calls a definition, such as <c>tool search</c>.</summary>
    public static string Name(LockedDefinition definition) => $"{definition.Kind.ToString().ToLowerInvariant()} {definition.Name}";

    /// <param name="before">The definition as it was.</param>
    /// <param name="after">The definition.</param>
    /// <param name="news">What is told of the server as a whole.</param>
    public static ImmutableArray<Change> Of(LockedDefinition before, LockedDefinition after, ServerNews news)
    {
        if (before.Sha256 == after.Sha256)
        {
            return [];
        }

        var changes = after.Parts.IsEmpty && before.Parts.IsEmpty ? Settings(before, after, news) : Written(before, after);
        return [.. changes];
    }

    /// <summary>Of a tool, prompt or resource.</summary>
    private static List<Change> Written(LockedDefinition before, LockedDefinition after)
    {
        var changes = new List<Change>();
        if (after.Kind == SubjectKind.Tool)
        {
            changes.AddRange(HintChanges.Of(before, after));
            changes.AddRange(SchemaChanges.Of(before, after));
        }

        var parameters = changes.Where(static c => c.Kind == ChangeKind.NewParameter).Select(static c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var difference in ValueDifference.Of(before.Values, after.Values))
        {
            if (difference.Field.IsText && !IsToken(difference))
            {
                var isAdded = difference.Old is null && difference.Key is not null && parameters.Contains(difference.Key);
                changes.Add(difference.ToChange(isAdded ? ChangeKind.AddedText : ChangeKind.ChangedText, after));
            }
        }

        changes.AddRange(NewCapabilities(before, after));
        changes.AddRange(PartChanges.Of(before, after, changes));
        return changes.Count > 0 ? changes : [Unnamed(before, after)];
    }

    /// <summary>Whether it is a name in an output schema, such as that of a member or type: those are told as a part that changed.</summary>
    private static bool IsToken(ValueDifference difference) => difference.Field == ToolFields.OutputText && IsName(difference.Old) && IsName(difference.New);

    private static bool IsName(LockedValue? value) => value is null || value.Text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or '$');

    /// <summary>Of anything else: its values are all that is pinned of it.</summary>
    private static List<Change> Settings(LockedDefinition before, LockedDefinition after, ServerNews news)
    {
        var changes = new List<Change>([.. SettingChanges.OfArguments(before, after), .. NewCapabilities(before, after)]);
        var isToldElsewhere = false;
        foreach (var difference in ValueDifference.Of(before.Values, after.Values))
        {
            if (difference.Field.IsText)
            {
                changes.Add(difference.ToChange(ChangeKind.ChangedText, after));
            }
            else if (SettingChanges.KindOf(difference, after, news) is { } kind)
            {
                changes.Add(difference.ToChange(kind, after));
            }
            else
            {
                isToldElsewhere = true;
            }
        }

        return changes.Count > 0 || isToldElsewhere ? changes : [Unnamed(before, after)];
    }

    /// <summary>Asked of a changed definition only: a later program may see more in one that is the same.</summary>
    private static IEnumerable<Change> NewCapabilities(LockedDefinition before, LockedDefinition after)
    {
        var known = before.Capabilities.Select(static capability => capability.Term).ToHashSet(StringComparer.Ordinal);
        return after.Capabilities.Where(capability => !known.Contains(capability.Term)).Select(static capability =>
            new Change(ChangeKind.NewCapability, $"capability {capability.Term}", capability.Node) { Name = capability.Term, NewText = capability.Term, Field = ToolFields.Capability });
    }

    /// <summary>A difference that has no name, such as the order of values: the digest tells that there is one.</summary>
    private static Change Unnamed(LockedDefinition before, LockedDefinition after) =>
        after.Whole(ChangeKind.ChangedDefinition, Name(after)) with { Before = before.Node, OldText = before.Sha256, NewText = after.Sha256 };
}
