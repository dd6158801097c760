using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Governance.Locking.Comparing;

/// <summary>Where the input schema of a tool takes more than it took: further parameters, looser bounds, further alternatives.</summary>
internal static class SchemaChanges
{
    public static IEnumerable<Change> Of(LockedDefinition before, LockedDefinition after)
    {
        var old = Index(before.Schema);
        var now = Index(after.Schema);
        foreach (var place in after.Schema)
        {
            if (old.TryGetValue(place.Pointer, out var known))
            {
                foreach (var change in Compare(known, place))
                {
                    yield return change;
                }
            }
            else if (IsInKnown(place.Pointer, old) && KindOf(place.Pointer) is { } kind)
            {
                yield return new Change(kind, (kind == ChangeKind.NewParameter ? "parameter " : "") + Path(place.Pointer), place.Node) { Name = Last(place.Pointer), NewText = Shown(place) };
            }
        }

        foreach (var place in before.Schema)
        {
            if (!now.ContainsKey(place.Pointer) && IsInKnown(place.Pointer, now) && IsBoundByPresence(place.Pointer) && !IsClosed(place.Pointer, now))
            {
                yield return after.Whole(ChangeKind.WiderSchema, Path(place.Pointer)) with { Name = Last(place.Pointer), Before = place.Node, OldText = Shown(place) };
            }
        }
    }

    private static IEnumerable<Change> Compare(LockedSchema before, LockedSchema after)
    {
        foreach (var (keyword, bound) in before.Bounds)
        {
            var now = after.Bounds.GetValueOrDefault(keyword);
            if (Looseness.IsWider(keyword, bound, now))
            {
                yield return new Change(ChangeKind.WiderSchema, $"{Path(after.Pointer)} {keyword}", after.Node[keyword] ?? after.Node)
                {
                    Name = keyword,
                    Before = before.Node[keyword] ?? before.Node,
                    OldText = $"{keyword} {bound}",
                    NewText = now is null ? null : $"{keyword} {now}",
                };
            }
        }
    }

    private static Dictionary<string, LockedSchema> Index(ImmutableArray<LockedSchema> schema)
    {
        var index = new Dictionary<string, LockedSchema>(StringComparer.Ordinal);
        foreach (var place in schema)
        {
            index.TryAdd(place.Pointer, place);
        }

        return index;
    }

    /// <summary>Whether the schema that holds a place is on the other side too: else its own change says enough.</summary>
    private static bool IsInKnown(string pointer, Dictionary<string, LockedSchema> other)
    {
        var segments = pointer.Split('/');
        for (var length = segments.Length - 1; length > 1; length--)
        {
            var parent = string.Join('/', segments.Take(length));
            if (other.ContainsKey(parent))
            {
                return segments.Length - length <= 2;
            }
        }

        // A map or list of parameters is no place itself.
        return segments.Length <= 4;
    }

    private static ChangeKind? KindOf(string pointer)
    {
        var segments = pointer.Split('/');
        return segments.Length < 3 ? null : segments[^2] switch
        {
            "properties" or "patternProperties" => ChangeKind.NewParameter,

            // A map or list of parameters in the place of a schema.
            "parameters" or "arguments" or "inputSchema" or "input_schema" when !IsKeyword(segments[^1]) => ChangeKind.NewParameter,
            "anyOf" or "oneOf" => ChangeKind.WiderSchema,
            _ => null,
        };
    }

    /// <summary>Whether values are kept out by a schema that is merely there.</summary>
    private static bool IsBoundByPresence(string pointer)
    {
        var segments = pointer.Split('/');
        return IsKeyword(segments[^1]) || segments[^2] is "allOf" or "prefixItems";
    }

    private static bool IsKeyword(string segment) => segment is "items" or "additionalProperties" or "unevaluatedProperties" or "contains" or "propertyNames";

    /// <summary>Whether <c>false</c> stands now where the schema stood: then nothing is let in at all.</summary>
    private static bool IsClosed(string pointer, Dictionary<string, LockedSchema> now) =>
        now.TryGetValue(pointer[..pointer.LastIndexOf('/')], out var parent) && parent.Bounds.GetValueOrDefault(Last(pointer)) == "false";

    /// <summary>A pointer for people: <c>/inputSchema/properties/city</c> is <c>city</c>.</summary>
    private static string Path(string pointer)
    {
        var segments = pointer.Split('/').Skip(2).Where(static segment => segment != "properties").ToList();
        return segments.Count == 0 ? "input schema" : string.Join('.', segments).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
    }

    private static string Last(string pointer) => pointer[(pointer.LastIndexOf('/') + 1)..];

    private static string Shown(LockedSchema place) =>
        place.Bounds.IsEmpty ? "anything" : string.Join(", ", place.Bounds.Select(static bound => $"{bound.Key} {bound.Value}"));
}
