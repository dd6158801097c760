using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Changes of a text that keep its comments and its layout. Where the text is spelled in a way that is not surely understood, there is no change.</summary>
internal static class Layout
{
    /// <summary>Puts another text in the place of a part of a value.</summary>
    /// <param name="leaf">The scalar.</param>
    /// <param name="span">The part, in the source.</param>
    /// <param name="text">What takes its place.</param>
    public static TextChange? Replace(ScalarNode leaf, TextSpan span, string text)
    {
        var source = leaf.Source.Text;
        if (!leaf.Span.Contains(span) || !IsPlain(text))
        {
            return null;
        }

        if (source[leaf.Span.Start] is '"' or '\'')
        {
            return new TextChange(span, text);
        }

        // Unquoted YAML: what is written may mean something else without quotes.
        var whole = string.Concat(source.AsSpan(leaf.Span.Start, span.Start - leaf.Span.Start), text, source.AsSpan(span.End, leaf.Span.End - span.End));
        return leaf.Kind == ScalarKind.String && IsPlain(whole) ? new TextChange(leaf.Span, $"\"{whole}\"") : null;
    }

    /// <summary>Takes items out of an array, with their commas, and with their lines where they stand alone on them.</summary>
    /// <param name="array">The array.</param>
    /// <param name="first">The first item that goes.</param>
    /// <param name="last">The last.</param>
    public static List<TextChange>? RemoveItems(ArrayNode array, int first, int last)
    {
        var text = array.Source.Text;
        var span = TextSpan.FromBounds(array.Items[first].Span.Start, array.Items[last].Span.End);
        if (IsFlow(array))
        {
            return RemoveFromFlow(text, span, first == 0 ? null : array.Items[first - 1].Span.End, isLast: last == array.Items.Length - 1);
        }

        // A block of YAML: the dash belongs to the item, and a list without items would be no list.
        var line = LineStart(text, span.Start);
        return array.Items.Length > last - first + 1 && text.AsSpan(line, span.Start - line).Trim() is "-" && WholeLines(text, span, line) is { } lines
            ? [new TextChange(lines, "")]
            : null;
    }

    /// <summary>Takes a member out of an object.</summary>
    public static List<TextChange>? RemoveMember(ObjectNode owner, int index)
    {
        var text = owner.Source.Text;
        var member = owner.Members[index];
        if (member.Value.Span.Start < member.Name.Span.End)
        {
            return null;
        }

        var span = TextSpan.FromBounds(member.Name.Span.Start, member.Value.Span.End);
        if (IsFlow(owner))
        {
            return RemoveFromFlow(text, span, index == 0 ? null : owner.Members[index - 1].Value.Span.End, isLast: index == owner.Members.Length - 1);
        }

        var line = LineStart(text, span.Start);
        var mayBeEmpty = owner.Source.Path.EndsWith(".toml", StringComparison.OrdinalIgnoreCase);
        return (mayBeEmpty || owner.Members.Length > 1) && text.AsSpan(line, span.Start - line).IsWhiteSpace() && WholeLines(text, span, line) is { } lines
            ? [new TextChange(lines, "")]
            : null;
    }

    /// <summary>Puts a member, written as it stands, in front of the others; only into an object with braces.</summary>
    public static TextChange? InsertMember(ObjectNode owner, string member)
    {
        var text = owner.Source.Text;
        if (!IsFlow(owner))
        {
            return null;
        }

        if (owner.Members.IsEmpty)
        {
            return new TextChange(new TextSpan(owner.Span.Start + 1, 0), $" {member} ");
        }

        return InsertBefore(text, owner.Members[0].Name.Span.Start, member);
    }

    /// <summary>Puts an item in front of the others; only into a list with brackets.</summary>
    public static TextChange? InsertItem(ArrayNode array, string item) =>
        !IsFlow(array) ? null
        : array.Items.IsEmpty ? new TextChange(new TextSpan(array.Span.Start + 1, 0), item)
        : InsertBefore(array.Source.Text, array.Items[0].Span.Start, item);

    /// <summary>Whether a text means the same in every kind of quotes, and is one line.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '"' or '\'' or '\\')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsFlow(DataNode container) => container.Span.Length > 1 && container.Source.Text[container.Span.Start] is '[' or '{';

    private static TextChange InsertBefore(string text, int at, string added)
    {
        var line = LineStart(text, at);
        var indent = text.AsSpan(line, at - line);
        return new TextChange(new TextSpan(at, 0), indent.IsWhiteSpace() && line > 0 ? $"{added},{NewLineOf(text)}{indent}" : $"{added}, ");
    }

    private static List<TextChange>? RemoveFromFlow(string text, TextSpan span, int? previousEnd, bool isLast)
    {
        var comma = NextComma(text, span.End);
        if (comma >= 0)
        {
            span = TextSpan.FromBounds(span.Start, comma + 1);
        }

        var changes = new List<TextChange>();
        if (isLast && previousEnd is { } previous)
        {
            // The comma in front separates nothing any more; where one may trail, it may stay.
            var before = NextComma(text, previous);
            if (before < 0 || before >= span.Start)
            {
                return null;
            }

            if (text.AsSpan(before + 1, span.Start - before - 1).IsWhiteSpace() && comma < 0)
            {
                return [new TextChange(TextSpan.FromBounds(before, span.End), "")];
            }

            if (comma < 0)
            {
                changes.Add(new TextChange(new TextSpan(before, 1), ""));
            }
        }

        var line = LineStart(text, span.Start);
        if (text.AsSpan(line, span.Start - line).IsWhiteSpace() && line > 0 && WholeLines(text, span, line) is { } lines)
        {
            span = lines;
        }
        else
        {
            span = Trimmed(text, span, isOnly: isLast && previousEnd is null, isLast);
        }

        changes.Add(new TextChange(span, ""));
        return changes;
    }

    /// <summary>The span with the blanks that would be left over: behind a part that others follow, before a line's end, and in a container that is now empty.</summary>
    private static TextSpan Trimmed(string text, TextSpan span, bool isOnly, bool isLast)
    {
        var end = SkipBlanks(text, span.End);
        var start = span.Start;
        if (isOnly || end == text.Length || text[end] is '\r' or '\n')
        {
            while (start > 0 && text[start - 1] is ' ' or '\t')
            {
                start--;
            }
        }

        return TextSpan.FromBounds(start, isLast && !isOnly ? span.End : end);
    }

    /// <summary>The lines of a span with their line break, if nothing but a comment stands behind it; the comment goes with what it was about.</summary>
    private static TextSpan? WholeLines(string text, TextSpan span, int lineStart)
    {
        var end = SkipBlanks(text, span.End);
        if (end < text.Length && (text[end] == '#' || (text[end] == '/' && end + 1 < text.Length && text[end + 1] == '/')))
        {
            end = LineEnd(text, end);
        }

        if (end < text.Length && text[end] is not ('\r' or '\n'))
        {
            return null;
        }

        end += end < text.Length && text[end] == '\r' ? 1 : 0;
        end += end < text.Length && text[end] == '\n' ? 1 : 0;
        return TextSpan.FromBounds(lineStart, end);
    }

    /// <summary>The comma that follows, with only blanks, line breaks and comments between; -1 where there is none.</summary>
    private static int NextComma(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ',')
            {
                return i;
            }

            if (c == '#' || (c == '/' && i + 1 < text.Length && text[i + 1] == '/'))
            {
                i = LineEnd(text, i) - 1;
            }
            else if (c == '/' && i + 1 < text.Length && text[i + 1] == '*')
            {
                var close = text.IndexOf("*/", i + 2, StringComparison.Ordinal);
                if (close < 0)
                {
                    return -1;
                }

                i = close + 1;
            }
            else if (!char.IsWhiteSpace(c))
            {
                return -1;
            }
        }

        return -1;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOfAny(['\n', '\r'], at - 1) + 1;

    private static int LineEnd(string text, int at) => text.IndexOfAny(['\n', '\r'], at) is >= 0 and var end ? end : text.Length;

    private static string NewLineOf(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
}
