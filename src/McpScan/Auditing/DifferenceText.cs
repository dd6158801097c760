namespace McpScan.Auditing;

/// <summary>Two texts cut to where they differ, so that the last sentence of a long description is shown and not its first.</summary>
internal static class DifferenceText
{
    /// <summary>How much is kept of what is common before and behind the difference.</summary>
    private const int Context = 40;

    /// <summary>Units kept of one text.</summary>
    private const int MaxLength = 400;

    /// <summary>A text that is not longer is shown whole.</summary>
    private const int Short = 160;

    private const char Cut = '…';

    /// <summary>Both texts, cut; one that is null stays null.</summary>
    public static (string? Before, string? After) Of(string? before, string? after)
    {
        if (before is null || after is null || (before.Length <= Short && after.Length <= Short))
        {
            return (before is null ? null : Window(before, 0, before.Length), after is null ? null : Window(after, 0, after.Length));
        }

        var start = before.AsSpan().CommonPrefixLength(after);
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        return (Window(before, start, before.Length - end), Window(after, start, after.Length - end));
    }

    /// <summary>A part with its surroundings; a surrogate pair is never split.</summary>
    private static string Window(string text, int start, int end)
    {
        var from = start <= Context ? 0 : start - Context;
        var to = Math.Min(Math.Min(text.Length, end + Context), from + MaxLength);
        from -= from > 0 && char.IsLowSurrogate(text[from]) ? 1 : 0;
        to -= to < text.Length && to > from && char.IsHighSurrogate(text[to - 1]) ? 1 : 0;
        return $"{(from > 0 ? Cut : "")}{text[from..to]}{(to < text.Length ? Cut : "")}";
    }
}
