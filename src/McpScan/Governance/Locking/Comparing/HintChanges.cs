using McpScan.Modeling;

namespace McpScan.Governance.Locking.Comparing;

/// <summary>Annotations of a tool that promise less or more than they did. One that is absent says what MCP gives as its default.</summary>
internal static class HintChanges
{
    /// <summary>The annotations with their default, and which value promises that a call does less.</summary>
    private static readonly (Field Field, bool Default, bool Promise)[] Hints =
    [
        (ToolFields.ReadOnlyHint, false, true),
        (ToolFields.DestructiveHint, true, false),
        (ToolFields.IdempotentHint, false, true),
        (ToolFields.OpenWorldHint, true, false),
    ];

    public static IEnumerable<Change> Of(LockedDefinition before, LockedDefinition after)
    {
        foreach (var (field, absent, promise) in Hints)
        {
            var (old, now) = (Last(before, field), Last(after, field));
            var (was, isNow) = (Value(old, absent), Value(now, absent));
            if (was != isNow)
            {
                var kind = isNow == promise ? ChangeKind.StrongerAnnotation : ChangeKind.WeakerAnnotation;
                yield return new ValueDifference(old, now).ToChange(kind, after) with
                {
                    Name = field.Name["annotations.".Length..],
                    OldText = old is null ? $"absent, which means {Shown(absent)}" : Shown(was),
                    NewText = now is null ? $"absent, which means {Shown(absent)}" : Shown(isNow),
                };
            }
        }
    }

    private static LockedValue? Last(LockedDefinition definition, Field field) => definition.Values.LastOrDefault(value => value.Field == field);

    private static bool Value(LockedValue? value, bool absent) => value?.Text switch { "true" => true, "false" => false, _ => absent };

    private static string Shown(bool value) => value ? "true" : "false";
}
