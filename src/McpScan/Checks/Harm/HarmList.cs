using System.Collections.Immutable;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks.Harm;

/// <summary>The file <c>catalogs/lists/harm.yaml</c>, and what can be asked of it without reading its words, which most audits never need.</summary>
internal static class HarmList
{
    public const string Sets = "sets";

    private const string List = "harm";

    public static DataNode Entries => Lists.BuiltIn.Entries(List)!;

    /// <summary>Whether there is a set of that name.</summary>
    public static bool Contains(string set) => Entries[Sets]?[set] is not null;

    /// <summary>The groups of classes of a pattern: <c>a|b, c</c>.</summary>
    public static string[][] GroupsOf(string pattern)
    {
        var texts = pattern.Split(',', StringSplitOptions.TrimEntries);
        var groups = new string[texts.Length][];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = texts[i].Split('|');
        }

        return groups;
    }

    /// <summary>For each pattern of some sets the words of the smallest group of classes that it asks for: a text without any of them holds no such pattern.</summary>
    public static ImmutableArray<string> Literals(params ReadOnlySpan<string> sets)
    {
        var literals = new HashSet<string>(StringComparer.Ordinal);
        var entries = Entries;
        foreach (var set in sets)
        {
            foreach (var item in entries[Sets]![set]!.Items)
            {
                string[]? smallest = null;
                var size = int.MaxValue;
                foreach (var group in GroupsOf(((ScalarNode)item).Value))
                {
                    if (SizeOf(entries, group) is > 0 and var count && count < size)
                    {
                        (smallest, size) = (group, count);
                    }
                }

                Add(entries, smallest!, literals);
            }
        }

        return [.. literals];
    }

    /// <summary>How many entries the classes of a group have; none for the class of what opens a clause.</summary>
    private static int SizeOf(DataNode entries, string[] group)
    {
        var size = 0;
        foreach (var section in entries.Members)
        {
            foreach (var name in group)
            {
                size += section.Value[name]?.Items.Length ?? 0;
            }
        }

        return size;
    }

    private static void Add(DataNode entries, string[] group, HashSet<string> literals)
    {
        foreach (var section in entries.Members)
        {
            foreach (var name in group)
            {
                foreach (var item in section.Name.Value == Sets || section.Value[name] is not { } list ? [] : list.Items)
                {
                    foreach (var form in ((ScalarNode)item).Value.Split('/'))
                    {
                        AddLiterals(form, literals);
                    }
                }
            }
        }
    }

    /// <summary>What every form of the longest word of an entry begins with; of a choice, that of each of its words.</summary>
    private static void AddLiterals(string entry, HashSet<string> literals)
    {
        var (longest, size) = (Array.Empty<string>(), 0);
        foreach (var word in entry.Split(' ', '-'))
        {
            if (word[0] != HarmPhrase.Gap && word.Split(HarmPhrase.Or) is var choices && choices.Min(static choice => choice.Length) is var shortest && shortest > size)
            {
                (longest, size) = (choices, shortest);
            }
        }

        foreach (var word in longest)
        {
            var end = word.IndexOf('\'', StringComparison.Ordinal);
            literals.Add(end > 0 ? word[..end] : word.Length > 3 && word[^1] is 'e' or 'y' ? word[..^1] : word);
        }
    }
}
