using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>A place in TOML text, and the ways over white space, comments and broken lines.</summary>
internal sealed class TomlCursor(SourceText source, ReaderNotices notices)
{
    private readonly string _text = source.Text;

    public int Position { get; set; } = source.Text.StartsWith('\uFEFF') ? 1 : 0;

    public bool IsAtEnd => Position >= _text.Length;

    /// <summary>The character here; NUL at the end.</summary>
    public char Current => Peek(0);

    public char Peek(int ahead) => Position + ahead < _text.Length ? _text[Position + ahead] : '\0';

    public void SkipSpace()
    {
        while (Current is ' ' or '\t')
        {
            Position++;
        }
    }

    /// <summary>Passes over white space, line breaks and comments; false at the end of the text.</summary>
    public bool SkipBlankLines()
    {
        while (!IsAtEnd)
        {
            if (Current is ' ' or '\t' or '\r' or '\n')
            {
                Position++;
            }
            else if (Current == '#')
            {
                SkipLine();
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    public bool TrySkip(char c)
    {
        if (IsAtEnd || Current != c)
        {
            return false;
        }

        Position++;
        return true;
    }

    public bool TrySkipAfterSpace(char c)
    {
        SkipSpace();
        return TrySkip(c);
    }

    /// <summary>Whether <c>name =</c> stands here, which no value begins with.</summary>
    public bool IsAtPair()
    {
        var ahead = 0;
        while (char.IsAsciiLetterOrDigit(Peek(ahead)) || Peek(ahead) is '_' or '-' or '.')
        {
            ahead++;
        }

        var name = ahead;
        while (Peek(ahead) is ' ' or '\t')
        {
            ahead++;
        }

        return name > 0 && Peek(ahead) == '=';
    }

    /// <summary>Goes to the end of the line.</summary>
    public void SkipLine()
    {
        var length = _text.AsSpan(Position).IndexOfAny('\r', '\n');
        Position = length < 0 ? _text.Length : Position + length;
    }

    /// <summary>Expects the end of the line, or after an error finds the line to go on with.</summary>
    public void EndStatement(int start, bool isRead)
    {
        SkipSpace();
        if (isRead && (IsAtEnd || Current is '#' or '\r' or '\n'))
        {
            return;
        }

        if (isRead)
        {
            var from = Position;
            SkipLine();
            notices.Error(TextSpan.FromBounds(from, Position), "The line should end here.");
            return;
        }

        // An array that never closes has run into the next statement: give that line back.
        var lineStart = Position == 0 ? -1 : _text.AsSpan(0, Position).LastIndexOfAny('\r', '\n');
        if (lineStart > start && _text.AsSpan(lineStart, Position - lineStart).IndexOf('=') < 0)
        {
            Position = lineStart;
        }
        else
        {
            SkipLine();
        }
    }
}
