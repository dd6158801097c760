using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Looks for words of a list within a name, whatever the name's style.</summary>
public sealed class NameWord : ICheck
{
    public string Name => "name-word";

    public string Summary => "Finds a word of a list in a name, split at underscores, hyphens, dots, slashes and capitals.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
    [
        new("list", "The list under catalogs/lists/ that holds the words.", IsRequired: true),
        new("last", "Whether only the last word of the name counts; false by default."),
    ];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry?.Node is not ScalarNode name)
        {
            yield break;
        }

        var words = input.Lists.Set(input.Arguments.Text("list", "")).GetAlternateLookup<ReadOnlySpan<char>>();
        var lastOnly = input.Arguments.Flag("last", otherwise: false);
        (int Start, int Length)? found = null;
        foreach (var (start, length) in NameWords.Of(name.Value))
        {
            if (words.Contains(name.Value.AsSpan(start, length)))
            {
                found = (start, length);
                if (!lastOnly)
                {
                    break;
                }
            }
            else
            {
                found = null;
            }
        }

        if (found is { } word)
        {
            yield return Hit.In(name, word.Start, word.Length, input.Entry.Key);
        }
    }
}
