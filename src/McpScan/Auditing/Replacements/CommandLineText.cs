using System.Text;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>A launch as one line for a person, with a part of it replaced or left out.</summary>
internal static class CommandLineText
{
    private const int MaxLength = 300;

    /// <summary>The line with every part that lies in <paramref name="span"/> replaced; null where the launch has no command.</summary>
    public static string? With(Subject launch, TextSpan span, string text) => Line(launch, span, text);

    /// <summary>The line without the words that lie in the span.</summary>
    public static string? Without(Subject launch, TextSpan span) => Line(launch, span, null);

    private static string? Line(Subject launch, TextSpan span, string? text)
    {
        var line = new StringBuilder();
        foreach (var entry in launch.Entries)
        {
            if ((!ReferenceEquals(entry.Field, LaunchFields.Command) && !ReferenceEquals(entry.Field, LaunchFields.Argument)) || entry.Node is not ScalarNode word)
            {
                continue;
            }

            var content = word.ContentSpan;
            var value = word.Value;
            if (text is null ? span.Contains(content) : content == span)
            {
                value = text;
            }
            else if (text is not null && content.Contains(span) && content.Length == value.Length)
            {
                value = string.Concat(value.AsSpan(0, span.Start - content.Start), text, value.AsSpan(span.End - content.Start));
            }

            if (value is not null && line.Length < MaxLength)
            {
                line.Append(line.Length == 0 ? "" : " ").Append(value.AsSpan().ContainsAny(' ', '"', '$') ? $"'{value}'" : value);
            }
        }

        return line.Length == 0 ? null : line.Length > MaxLength ? line.ToString(0, MaxLength - 1) + "…" : line.ToString();
    }
}
