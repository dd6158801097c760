using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds a local reference in a schema that leads to a part of the schema in which it stands itself, at once or by way of other references.</summary>
public sealed class RecursiveReference : ICheck
{
    private const int MaxReferences = 64;

    public string Name => "recursive-reference";

    public string Summary => "Finds a $ref that leads, directly or through others, to a part of the schema that holds it.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode reference }
            || (SchemaOf(input.Subject, ToolFields.InputSchema, reference) ?? SchemaOf(input.Subject, ToolFields.OutputSchema, reference)) is not { } schema)
        {
            yield break;
        }

        if (LeadsBack(reference, schema, References(input.Subject)))
        {
            yield return Hit.On(reference, input.Entry.Key);
        }
    }

    private static bool LeadsBack(ScalarNode reference, DataNode schema, List<ScalarNode> all)
    {
        var seen = new HashSet<ScalarNode>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<ScalarNode>([reference]);
        while (waiting.TryPop(out var next))
        {
            if (Resolve(schema, next.Value) is not { } target)
            {
                continue;
            }

            if (target.Span.Contains(reference.Span))
            {
                return true;
            }

            foreach (var inner in all)
            {
                if (target.Span.Contains(inner.Span) && seen.Add(inner))
                {
                    waiting.Push(inner);
                }
            }
        }

        return false;
    }

    private static List<ScalarNode> References(Subject subject)
    {
        var all = new List<ScalarNode>();
        foreach (var entry in subject.Entries)
        {
            if (ReferenceEquals(entry.Field, ToolFields.SchemaReference) && entry.Node is ScalarNode node && all.Count < MaxReferences)
            {
                all.Add(node);
            }
        }

        return all;
    }

    private static DataNode? SchemaOf(Subject subject, Field field, ScalarNode reference) =>
        subject.First(field) is { } schema && ReferenceEquals(schema.Source, reference.Source) && schema.Span.Contains(reference.Span) ? schema : null;

    /// <summary>The node at a JSON pointer of the form <c>#/a/b</c>, or null.</summary>
    private static DataNode? Resolve(DataNode root, string pointer)
    {
        if (pointer is not ['#', ..] || (pointer.Length > 1 && pointer[1] != '/'))
        {
            return null;
        }

        if (pointer.Length < 2)
        {
            return root;
        }

        DataNode? node = root;
        foreach (var range in pointer.AsSpan(2).Split('/'))
        {
            var part = pointer.AsSpan(2)[range].ToString().Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node is ArrayNode array
                ? int.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < array.Items.Length ? array.Items[index] : null
                : node?[part];
        }

        return node;
    }
}
