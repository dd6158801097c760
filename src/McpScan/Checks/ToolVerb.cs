using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Says what a name promises to do: the first word of it that is a known verb decides, so that <c>list_deleted_items</c> lists.</summary>
public sealed class ToolVerb : ICheck
{
    public string Name => "tool-verb";

    public string Summary => "Finds the verb of a name and tells whether it is of one of the given classes of catalogs/lists/tool-verbs.yaml.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
        [new("class", "The classes: read, test, destroy, remove, create, update, send, execute.", IsRequired: true)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry?.Node is ScalarNode name && ToolVerbs.Of(input.Lists).Find(name.Value) is var (found, start, length) && input.Arguments.Texts("class").Contains(found))
        {
            yield return Hit.In(name, start, length, input.Entry.Key);
        }
    }
}
