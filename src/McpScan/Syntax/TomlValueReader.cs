using System.Collections.Immutable;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Reads the values of TOML: strings, words, arrays and inline tables.</summary>
/// <param name="source">The text.</param>
/// <param name="notices">Takes the errors.</param>
/// <param name="cursor">The place in the text.</param>
/// <param name="readPair">Reads a pair of an inline table.</param>
internal sealed class TomlValueReader(SourceText source, ReaderNotices notices, TomlCursor cursor, Func<TomlTable, bool> readPair)
{
    private readonly TomlStringReader _strings = new(source, notices, cursor);
    private int _nodeCount;

    /// <summary>The value here, or null and an error where there is none.</summary>
    /// <param name="depth">How many objects and arrays it stands in.</param>
    /// <param name="isComplete">False after an error that the line does not survive.</param>
    public DataNode? Read(int depth, out bool isComplete)
    {
        isComplete = true;
        if (!TrySpend(1))
        {
            isComplete = false;
            return null;
        }

        if (depth > ReaderLimits.MaxDepth)
        {
            notices.Error(new TextSpan(cursor.Position, 0), $"Nesting is deeper than {ReaderLimits.MaxDepth}; what is inside here was not read.");
            isComplete = false;
            return null;
        }

        return cursor.Current switch
        {
            '"' or '\'' => _strings.Read(allowLines: true),
            '[' => ReadArray(depth, out isComplete),
            '{' => ReadInlineTable(depth, out isComplete),
            _ => ReadWord(out isComplete),
        };
    }

    /// <summary>Takes from the bound on values; when it is used up, an error and the end of the reading.</summary>
    public bool TrySpend(int count)
    {
        _nodeCount += count;
        if (_nodeCount <= ReaderLimits.MaxNodes)
        {
            return true;
        }

        notices.Error(new TextSpan(cursor.Position, 0), $"The text has more than {ReaderLimits.MaxNodes} values; the rest was not read.");
        cursor.Position = source.Length;
        return false;
    }

    /// <summary>A bare or quoted part of a key; null where none stands here.</summary>
    public ScalarNode? ReadKeyPart()
    {
        if (cursor.Current is '"' or '\'')
        {
            return _strings.Read(allowLines: false);
        }

        var start = cursor.Position;
        while (char.IsAsciiLetterOrDigit(cursor.Current) || cursor.Current is '_' or '-')
        {
            cursor.Position++;
        }

        var span = TextSpan.FromBounds(start, cursor.Position);
        return span.Length == 0 ? null : new ScalarNode(source, span, ScalarKind.String, source.ToString(span), start);
    }

    private ArrayNode ReadArray(int depth, out bool isComplete)
    {
        var start = cursor.Position++;
        var items = ImmutableArray.CreateBuilder<DataNode>();
        isComplete = true;
        var isSeparated = true;
        while (isComplete && cursor.SkipBlankLines() && cursor.Current != ']')
        {
            if (cursor.TrySkip(','))
            {
                if (isSeparated)
                {
                    notices.Error(new TextSpan(cursor.Position - 1, 1), "A value is missing before this comma.");
                }

                isSeparated = true;
                continue;
            }

            if (cursor.IsAtPair())
            {
                // The next statement: the bracket never closed.
                break;
            }

            if (!isSeparated && items.Count > 0)
            {
                notices.Error(new TextSpan(items[^1].Span.End, 0), "A comma is missing here.");
            }

            isSeparated = false;
            if (Read(depth + 1, out isComplete) is { } item)
            {
                items.Add(item);
            }
        }

        Close(']', start, ref isComplete);
        return new ArrayNode(source, TextSpan.FromBounds(start, cursor.Position), items.ToImmutable());
    }

    private ObjectNode ReadInlineTable(int depth, out bool isComplete)
    {
        var start = cursor.Position++;
        var table = new TomlTable(new TextSpan(start, 1), TomlTableOrigin.Header, depth);
        isComplete = true;
        cursor.SkipSpace();
        while (isComplete && !cursor.IsAtEnd && cursor.Current is not ('}' or '\r' or '\n'))
        {
            isComplete = readPair(table);
            cursor.SkipSpace();
            if (!isComplete || cursor.Current is '}' or '\r' or '\n')
            {
                break;
            }

            if (!cursor.TrySkip(','))
            {
                notices.Error(new TextSpan(cursor.Position, 0), "A comma is missing here.");
                isComplete = !cursor.IsAtEnd;
            }

            cursor.SkipSpace();
        }

        Close('}', start, ref isComplete);
        var members = table.ToNode(source).Members;
        return new ObjectNode(source, TextSpan.FromBounds(start, cursor.Position), ImmutableArray.Create(members));
    }

    private void Close(char bracket, int start, ref bool isComplete)
    {
        if (isComplete && !cursor.TrySkip(bracket))
        {
            notices.Error(new TextSpan(start, 1), $"The '{bracket}' of this '{source.Text[start]}' is missing.");
            isComplete = false;
        }
    }

    private ScalarNode? ReadWord(out bool isComplete)
    {
        var span = TakeWord();
        if (span.Length == 0)
        {
            notices.Error(span, "A value is missing here.");
            isComplete = false;
            return null;
        }

        var word = source.ToString(span);
        var kind = TomlWords.KindOf(word);
        isComplete = kind is not null;
        if (!isComplete)
        {
            notices.Error(span, "This is not a value of TOML; a text needs quotes.");
        }

        return new ScalarNode(source, span, kind ?? ScalarKind.String, word, span.Start);
    }

    private TextSpan TakeWord()
    {
        var start = cursor.Position;
        while (char.IsAsciiLetterOrDigit(cursor.Current) || cursor.Current is '_' or '-' or '+' or '.' or ':')
        {
            cursor.Position++;
        }

        // A date and its time may be parted by a space.
        if (cursor.Position - start == 10 && cursor.Current == ' ' && char.IsAsciiDigit(cursor.Peek(1)) && cursor.Peek(3) == ':'
            && TomlWords.IsDate(source.Text.AsSpan(start, 10)))
        {
            cursor.Position++;
            TakeWord();
        }

        return TextSpan.FromBounds(start, cursor.Position);
    }
}
