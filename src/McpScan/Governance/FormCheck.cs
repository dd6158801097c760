using System.Collections.Immutable;
using System.Globalization;
using McpScan.Rules;
using McpScan.Syntax;
using McpScan.Syntax.Schemas;
using McpScan.Text;

namespace McpScan.Governance;

/// <summary>Holds a tree against the table that its JSON Schema is made of: keys, types, words, days. What stands in the values is the binder's business.</summary>
/// <param name="parts">The shapes that types refer to.</param>
/// <param name="errors">Takes what is wrong.</param>
internal sealed class FormCheck(ImmutableArray<SchemaShape> parts, ImmutableArray<PolicyError>.Builder errors)
{
    /// <summary>Checks an object, its keys and all below.</summary>
    /// <param name="shape">What it should be.</param>
    /// <param name="node">The value.</param>
    /// <param name="name">What messages call it, such as <c>a policy</c>.</param>
    public void Check(SchemaShape shape, DataNode node, string name)
    {
        if (node is not ObjectNode)
        {
            Error(node, $"Here stands {KindOf(node)}, where {name} is a mapping; its keys are {Keys(shape)}.");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in node.Members)
        {
            var key = member.Name.Value;
            if (!seen.Add(key))
            {
                Error(member.Name, $"'{new Untrusted(key)}' stands here twice; leave one of them out.");
            }
            else if (shape.Find(key) is { } known)
            {
                Check(known.Type, member.Value, $"'{key}'");
            }
            else
            {
                var nearest = Spelling.Nearest(key, shape.Members.Select(static m => m.Name));
                Error(member.Name, $"'{new Untrusted(key)}' is no key of {name}{(nearest is null ? "." : $"; is '{nearest}' meant?")} Its keys are {Keys(shape)}.");
            }
        }

        foreach (var member in shape.Members)
        {
            if (!member.IsOptional && !seen.Contains(member.Name))
            {
                Error(node, $"{Capital(name)} needs '{member.Name}': {member.Doc}");
            }
        }
    }

    private void Check(SchemaType type, DataNode node, string name)
    {
        switch (type)
        {
            case SchemaType.Shape shape:
                Check(parts.First(part => part.Name == shape.Name), node, name);
                break;
            case SchemaType.List list when node is ArrayNode:
                foreach (var item in node.Items)
                {
                    Check(list.Item, item, $"an entry of {name}");
                }

                break;
            case SchemaType.Map map when node is ObjectNode:
                foreach (var member in node.Members)
                {
                    Check(map.Value, member.Value, $"'{new Untrusted(member.Name.Value)}'");
                }

                break;
            case SchemaType.Either either:
                Check(node is ObjectNode or ArrayNode ? either.Second : either.First, node, name);
                break;
            default:
                if (!Fits(type, node))
                {
                    Error(node, $"Here stands {KindOf(node)}, where {name} takes {Describe(type)}.");
                }

                break;
        }
    }

    private static bool Fits(SchemaType type, DataNode node) => type switch
    {
        SchemaType.Text text => node is ScalarNode { Kind: ScalarKind.String, Value.Length: > 0 } scalar && (text.Pattern is null || new BoundedRegex(text.Pattern).IsMatch(scalar.Value)),
        SchemaType.Word word => node is ScalarNode { Kind: ScalarKind.String } scalar && word.Words.Contains(scalar.Value),
        SchemaType.Date => node.AsString() is { } day && Days.TryParse(day, out _),
        SchemaType.Boolean => node is ScalarNode { Kind: ScalarKind.Boolean },
        SchemaType.Number number => node is ScalarNode { Kind: ScalarKind.Number } scalar
            && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= number.Minimum && value <= (number.Maximum ?? int.MaxValue),
        _ => false,
    };

    private static string Describe(SchemaType type) => type switch
    {
        SchemaType.Word word => $"one of {string.Join(", ", word.Words)}",
        SchemaType.Text { Pattern: { } pattern } => $"a text of the form {pattern}",
        SchemaType.Date => "a day such as 2026-01-31, which exists",
        SchemaType.Boolean => "true or false",
        SchemaType.Number { Maximum: { } maximum } number when maximum == number.Minimum => number.Minimum.ToString(CultureInfo.InvariantCulture),
        SchemaType.Number number => number.Maximum is { } maximum ? $"a whole number from {number.Minimum} to {maximum}" : $"a whole number of at least {number.Minimum}",
        SchemaType.List => "a list",
        SchemaType.Map => "a mapping",
        _ => "a text (in quotes where it would be read as something else)",
    };

    private static string KindOf(DataNode node) => node switch
    {
        ObjectNode => "a mapping",
        ArrayNode => "a list",
        ScalarNode { Kind: ScalarKind.Null } => "nothing",
        ScalarNode { Value.Length: 0 } => "an empty text",
        ScalarNode { Kind: ScalarKind.String } text => $"'{Shorten(new Untrusted(text.Value).ToString())}'",
        ScalarNode scalar => Shorten(scalar.Value),
        _ => "something else",
    };

    private static string Capital(string text) => string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..59] + "…";

    private static string Keys(SchemaShape shape) => string.Join(", ", shape.Members.Select(static member => member.Name));

    private void Error(DataNode node, string message) => errors.Add(PolicyError.At(node, message));
}
