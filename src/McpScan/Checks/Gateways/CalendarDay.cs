using System.Collections.Immutable;
using System.Globalization;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>Compares a day with the day of the audit.</summary>
public sealed class CalendarDay : ICheck
{
    public string Name => "calendar-day";

    public string Summary =>
        "Finds a value that is no day or time of ISO 8601, or one that is past, in the future, or older than a number of days on the day of the audit. A placeholder is passed over; where the audit has no day, only malformed values are found.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
    [
        new("is", "malformed, past, future or old.", IsRequired: true),
        new("days", "For old: the age in days above which it is; 365 unless given."),
    ];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry?.Node is not ScalarNode { Kind: not ScalarKind.Null } value || IsPlaceholder(value.Value))
        {
            yield break;
        }

        var isDay = TryParse(value.Value, out var day);
        var holds = input.Arguments.Text("is", "") switch
        {
            "malformed" => !isDay,
            "past" => isDay && input.Day is { } today && day <= today,
            // A clock elsewhere on the earth may be a day ahead.
            "future" => isDay && input.Day is { } today && day > today.AddDays(1),
            "old" => isDay && input.Day is { } today && day < today && today.DayNumber - day.DayNumber > input.Arguments.Number("days", 365),
            _ => false,
        };
        if (holds)
        {
            yield return Hit.On(value, input.Entry.Key);
        }
    }

    /// <summary>The day that a text names: <c>2026-01-31</c>, or a time of RFC 3339 on that day.</summary>
    internal static bool TryParse(string text, out DateOnly day)
    {
        if (Days.TryParse(text, out day))
        {
            return true;
        }

        if (text.Length is < 17 or > 40 || text[10] is not ('T' or 't' or ' ')
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        {
            return false;
        }

        return Days.TryParse(text[..10], out day);
    }

    private static bool IsPlaceholder(string text) => text.StartsWith('$') || text.StartsWith('<') || text.StartsWith("{{", StringComparison.Ordinal) || text.StartsWith('%');
}
