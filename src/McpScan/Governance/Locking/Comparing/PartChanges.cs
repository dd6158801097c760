using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Governance.Locking.Comparing;

/// <summary>The parts of a definition that are different where no sharper change says how: so that no difference stays unsaid.</summary>
internal static class PartChanges
{
    private const int ShownPointers = 3;
    private const string Schema = "inputSchema";

    /// <summary>The field of members that MCP does not define.</summary>
    private const string Unknown = "other";

    /// <param name="before">The definition as it was.</param>
    /// <param name="after">The definition.</param>
    /// <param name="known">What is said of it already.</param>
    public static IEnumerable<Change> Of(LockedDefinition before, LockedDefinition after, IReadOnlyCollection<Change> known)
    {
        var said = known.Select(static change => change.Field is { } field ? AreaOf(field) : Schema).ToHashSet(StringComparer.Ordinal);
        var old = Index(before.Parts);
        var now = Index(after.Parts);
        var differing = now.Where(part => !old.TryGetValue(part.Key, out var was) || was.Sha256 != part.Value.Sha256).Select(static part => part.Value)
            .Concat(old.Where(part => !now.ContainsKey(part.Key)).Select(static part => part.Value))
            .GroupBy(static part => AreaOf(part.Pointer), StringComparer.Ordinal);
        foreach (var area in differing)
        {
            if (!said.Contains(area.Key) && !(said.Contains(Unknown) && !IsDefined(area.Key)))
            {
                var place = area.FirstOrDefault(part => now.TryGetValue(part.Pointer, out var own) && ReferenceEquals(own, part));
                yield return (place is null ? after.Whole(ChangeKind.ChangedDefinition, area.Key) : new Change(ChangeKind.ChangedDefinition, area.Key, place.Node)) with
                {
                    Name = area.Key,
                    NewText = "changed: " + string.Join(", ", area.Take(ShownPointers).Select(static part => part.Pointer)) + (area.Count() > ShownPointers ? $" and {area.Count() - ShownPointers} more" : ""),
                };
            }
        }
    }

    /// <summary>Which member of the definition a pointer leads into, in the spelling of MCP.</summary>
    private static string AreaOf(string pointer)
    {
        var segments = pointer.Split('/');
        return Spelled(segments[1] == "function" && segments.Length > 2 ? segments[2] : segments[1]);
    }

    private static string AreaOf(Field field) => Spelled(field.Name.Split('.')[0]);

    private static string Spelled(string name) => name switch
    {
        "input_schema" or "parameters" or "arguments" or "required" or "schema" => Schema,
        "output_schema" => "outputSchema",
        "text" or "messages" => "body",
        "ui" => "_meta",
        _ => name,
    };

    private static bool IsDefined(string area) => area is
        "name" or "title" or "description" or Schema or "outputSchema" or "annotations" or "_meta" or "icons" or "execution" or "capabilities"
        or "body" or "uri" or "uriTemplate" or "mimeType" or "size" or "contents";

    private static Dictionary<string, LockedPart> Index(ImmutableArray<LockedPart> parts)
    {
        var index = new Dictionary<string, LockedPart>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            index[part.Pointer] = part;
        }

        return index;
    }
}
