using System.Globalization;

namespace McpScan.Text;

/// <summary>Days as ISO 8601 writes them, <c>2026-01-31</c>; no other way to write one has only one reading.</summary>
public static class Days
{
    public static bool TryParse(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static string Show(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
