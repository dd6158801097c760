using System.Globalization;
using System.Text;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Syntax;

/// <summary>A document as text: every node with its kind, its value and its span, then the notices.</summary>
internal static class TreeDump
{
    public static string Of(DataDocument document)
    {
        var dump = new StringBuilder();
        foreach (var root in document.Roots)
        {
            Write(dump, root, 0);
        }

        foreach (var notice in document.Notices)
        {
            var span = notice.Location!.Span;
            dump.Append(CultureInfo.InvariantCulture, $"{notice.Severity} {span.Start}-{span.End}: {notice.Message}\n");
        }

        return dump.ToString();
    }

    private static void Write(StringBuilder dump, DataNode node, int depth)
    {
        var (kind, value) = node switch
        {
            ObjectNode => ("object", ""),
            ArrayNode => ("array", ""),
            ScalarNode { Kind: ScalarKind.String } text => ("string", $" \"{Show(text.Value)}\""),
            ScalarNode scalar => (scalar.Kind.ToString().ToLowerInvariant(), " " + scalar.Value),
            _ => throw new InvalidOperationException(node.GetType().Name),
        };
        Line(dump, depth, kind + value, node.Span);
        foreach (var item in node.Items)
        {
            Write(dump, item, depth + 1);
        }

        foreach (var member in node.Members)
        {
            Line(dump, depth + 1, $"member \"{Show(member.Name.Value)}\"", member.Name.Span);
            Write(dump, member.Value, depth + 2);
        }
    }

    private static void Line(StringBuilder dump, int depth, string text, TextSpan span) =>
        dump.Append(' ', depth * 2).Append(CultureInfo.InvariantCulture, $"{text} {span.Start}-{span.End}\n");

    private static string Show(string value) =>
        new Untrusted(value.Replace("\n", "\\n", StringComparison.Ordinal)).ToString();
}
