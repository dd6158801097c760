using McpScan.Syntax;

namespace McpScan.Modeling;

/// <summary>A requirement in the notation of PEP 508: <c>name[extra] &gt;=1; marker</c> or <c>name @ https://…</c>.</summary>
public static class PackageRequirement
{
    /// <summary>The name of the requirement, and all behind name and extras without the marker: the range or address, empty where there is none.</summary>
    public static (ScalarNode Name, ScalarNode Range)? Split(ScalarNode requirement)
    {
        var text = requirement.Value;
        var start = Skip(text, 0);
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_' or '.'))
        {
            end++;
        }

        if (end == start)
        {
            return null;
        }

        var from = Skip(text, end);
        if (from < text.Length && text[from] == '[')
        {
            var close = text.IndexOf(']', from);
            from = Skip(text, close < 0 ? text.Length : close + 1);
        }

        var isAddress = from < text.Length && text[from] == '@';
        from = isAddress ? Skip(text, from + 1) : from;

        // An address may hold a semicolon of its own; its marker needs a space before.
        var marker = isAddress ? text.IndexOf(" ;", from, StringComparison.Ordinal) : text.IndexOf(';', from);
        var to = marker < 0 ? text.Length : marker;
        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        return (requirement.Slice(start, end - start), requirement.Slice(from, to - from));
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
