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
}
