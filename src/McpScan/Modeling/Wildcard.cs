using McpScan.Syntax;

namespace McpScan.Modeling;

/// <summary>Names in grants that stand for several: <c>*</c>, <c>all</c>, <c>get_*</c>.</summary>
public static class Wildcard
{
    public static bool Is(string name) => name.Contains('*', StringComparison.Ordinal) || IsAll(name);

    /// <summary>Whether a name stands for everything.</summary>
    public static bool IsAll(ScalarNode name) => IsAll(name.Value);

    /// <summary>Whether a name fits a pattern; <c>*</c> stands for any characters. Linear in the product of both at worst.</summary>
    public static bool Fits(string pattern, string name)
    {
        if (IsAll(pattern))
        {
            return true;
        }

        var (at, star, mark) = (0, -1, 0);
        var i = 0;
        while (i < name.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, mark) = (at++, i);
            }
            else if (at < pattern.Length && pattern[at] == name[i])
            {
                at++;
                i++;
            }
            else if (star >= 0)
            {
                (at, i) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).Trim('*').IsEmpty;
    }

    private static bool IsAll(string name) => name is "*" or "**" or "all" or "ALL" or "any" or ".*";
}
