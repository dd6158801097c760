namespace McpScan.Checks;

/// <summary>Names in the sentence of a message.</summary>
internal static class Enumeration
{
    private const int MaxNames = 3;

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>, <c>a, b, c and 5 more</c>.</summary>
    public static string Of(IReadOnlyList<string> names)
    {
        var rest = names.Count > MaxNames ? $"{names.Count - MaxNames} more" : names[^1];
        var first = names.Take(Math.Min(MaxNames, names.Count - (names.Count > MaxNames ? 0 : 1)));
        return names.Count == 1 ? rest : $"{string.Join(", ", first)} and {rest}";
    }
}
