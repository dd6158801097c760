using System.Collections.Frozen;
using System.Collections.Immutable;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Says what a name promises to do: the first word of it that is a known verb decides, so that <c>list_deleted_items</c> lists.</summary>
public sealed class ToolVerb : ICheck
{
    private const string List = "tool-verbs";
    private FrozenDictionary<string, string>? _classes;

    public string Name => "tool-verb";

    public string Summary => "Finds the verb of a name and tells whether it is of one of the given classes of catalogs/lists/tool-verbs.yaml.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
        [new("class", "The classes: read, test, destroy, remove, create, update, send, execute.", IsRequired: true)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry?.Node is not ScalarNode name)
        {
            yield break;
        }

        var classes = _classes ??= Read(input.Lists);
        var spans = classes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (start, length) in NameWords.Of(name.Value))
        {
            if (spans.TryGetValue(name.Value.AsSpan(start, length), out var found))
            {
                if (input.Arguments.Texts("class").Contains(found))
                {
                    yield return Hit.In(name, start, length, input.Entry.Key);
                }

                yield break;
            }
        }
    }

    private static FrozenDictionary<string, string> Read(Lists lists)
    {
        var classes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in lists.Entries(List) is { } entries ? entries.Members : [])
        {
            foreach (var verb in member.Value.Items)
            {
                classes[((ScalarNode)verb).Value] = member.Name.Value;
            }
        }

        return classes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
