using System.Globalization;
using System.Text;
using McpScan.Checks;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Auditing;

/// <summary>Names the place of a hit within its subject's definition, such as <c>inputSchema.properties.city.description</c> or <c>args[1]</c>.</summary>
internal static class FieldPath
{
    public static string Of(Subject subject, Hit hit)
    {
        var path = new StringBuilder();
        if (ReferenceEquals(subject.Definition.Source, hit.Node.Source))
        {
            Descend(subject.Definition, hit, path);
        }

        return path.Length > 0 ? path.ToString() : FieldName(subject, hit);
    }

    private static void Descend(DataNode node, Hit hit, StringBuilder path)
    {
        while (true)
        {
            var next = Step(node, hit, path);
            if (next is null)
            {
                return;
            }

            node = next;
        }
    }

    private static DataNode? Step(DataNode node, Hit hit, StringBuilder path)
    {
        foreach (var member in node.Members)
        {
            if (member.Value.Span.Contains(hit.Span) || member.Name.Span.Contains(hit.Span))
            {
                path.Append(path.Length > 0 ? "." : "").Append(member.Name.Value);
                return member.Value.Span.Contains(hit.Span) ? member.Value : null;
            }
        }

        for (var i = 0; i < node.Items.Length; i++)
        {
            if (node.Items[i].Span.Contains(hit.Span))
            {
                path.Append(CultureInfo.InvariantCulture, $"[{i}]");
                return node.Items[i];
            }
        }

        return null;
    }

    /// <summary>Where the evidence was not read from the definition itself: the field's name with its key.</summary>
    private static string FieldName(Subject subject, Hit hit)
    {
        foreach (var entry in subject.Entries)
        {
            if (ReferenceEquals(entry.Node, hit.Node))
            {
                return entry.Key is { } key ? entry.Field.Name.Replace("*", key.Value, StringComparison.Ordinal) : entry.Field.Name;
            }
        }

        return "";
    }
}
