using System.Globalization;

namespace McpScan.Checks.Policies;

/// <summary>Reads a span of time as people write it: <c>90</c>, <c>90d</c>, <c>6 months</c>, <c>P1Y</c>, <c>quarterly</c>.</summary>
internal static class ReviewInterval
{
    private const int MaxDays = 36_600;

    /// <summary>The days in it, a month counting 31 and a year 366; null where it cannot be read.</summary>
    public static int? Days(string text)
    {
        var word = text.Trim().ToLowerInvariant();
        if (Named(word) is { } named)
        {
            return named;
        }

        word = word.StartsWith('p') ? word[1..] : word;
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits]))
        {
            digits++;
        }

        return int.TryParse(word[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && Unit(word[digits..].Trim()) is { } unit && count is > 0 and <= MaxDays && count * unit <= MaxDays
            ? count * unit
            : null;
    }

    private static int? Named(string word) => word switch
    {
        "daily" => 1,
        "weekly" => 7,
        "monthly" => 31,
        "quarterly" => 92,
        "semiannual" or "semiannually" or "semi-annual" or "semi-annually" or "half-yearly" => 184,
        "yearly" or "annual" or "annually" => 366,
        _ => null,
    };

    private static int? Unit(string unit) => unit switch
    {
        "" or "d" or "day" or "days" => 1,
        "w" or "week" or "weeks" => 7,
        "m" or "mo" or "month" or "months" => 31,
        "q" or "quarter" or "quarters" => 92,
        "y" or "year" or "years" => 366,
        _ => null,
    };
}
