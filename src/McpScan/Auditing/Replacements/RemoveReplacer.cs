using McpScan.Checks;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Leaves out the option, with its value, or the variable.</summary>
internal static class RemoveReplacer
{
    public static Proposal? Propose(ReplacementInput input)
    {
        Proposal? proposal = null;
        foreach (var hit in input.Hits)
        {
            if (Variable(input, hit) is var (variable, change))
            {
                proposal ??= new Proposal($"Leave out the variable {variable}.");
                proposal.Add(change);
            }
            else if (Words(input, hit) is { } words)
            {
                proposal ??= new Proposal(CommandLineText.Without(input.Subject, words) is { } line ? $"Leave the option out: {line}" : "Leave the option out.");
                proposal.Add(Removal(input, hit.Node.Source, words));
            }
        }

        return proposal;
    }

    private static (string Name, List<TextChange>? Change)? Variable(ReplacementInput input, Hit hit)
    {
        if (hit.Key is not { } name || input.FlagOf(hit) is not null || input.PathOf(hit) is not { Container: ObjectNode owner } path
            || owner.Members[path.Index].Name.ContentSpan != name.ContentSpan)
        {
            return null;
        }

        return (name.Value, Layout.RemoveMember(owner, path.Index));
    }

    /// <summary>The words that make the option: the flag with its value, or one word that is evidence as a whole.</summary>
    private static TextSpan? Words(ReplacementInput input, Hit hit)
    {
        if (input.FlagOf(hit) is { Key: { } name, Node: ScalarNode value })
        {
            return TextSpan.FromBounds(Math.Min(name.ContentSpan.Start, value.ContentSpan.Start), Math.Max(name.ContentSpan.End, value.ContentSpan.End));
        }

        foreach (var entry in input.Subject.Entries)
        {
            if (ReferenceEquals(entry.Field, LaunchFields.Argument) && entry.Node is ScalarNode word && word.Value.StartsWith('-') && word.ContentSpan == hit.Span)
            {
                return word.ContentSpan;
            }
        }

        return null;
    }

    /// <summary>Whole items of one list only: a part of a longer line is left to a person.</summary>
    private static List<TextChange>? Removal(ReplacementInput input, SourceText source, TextSpan words)
    {
        if (input.PathOf(source, new TextSpan(words.Start, 0)) is not { Container: ArrayNode list } from
            || input.PathOf(source, new TextSpan(words.End, 0)) is not { } to || !ReferenceEquals(to.Container, list)
            || from.Leaf.ContentSpan.Start != words.Start || to.Leaf.ContentSpan.End != words.End || to.Index < from.Index || to.Index > from.Index + 1)
        {
            return null;
        }

        return Layout.RemoveItems(list, from.Index, to.Index);
    }
}
