using System.Text;
using McpScan.Text;

namespace McpScan.Reporting.Terminal;

/// <summary>
/// Writes lines of styled text. The only way to a terminal or a build log: all text becomes visible text here, and no line can be taken for a
/// command by the runner of a build.
/// </summary>
internal sealed class ConsoleWriter(TextWriter output, ConsoleStyle style)
{
    private readonly StringBuilder _line = new(160);
    private int _column;

    /// <summary>What writes to a stream, which stays open.</summary>
    public static StreamWriter TextOf(Stream output) => new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024, leaveOpen: true);

    public int Width { get; } = Math.Max(40, style.Width);

    public ConsoleWriter Write(string text, string? sgr = null)
    {
        var visible = new Untrusted(text).ToString();
        _column += DisplayWidth.Of(visible);
        if (sgr is null || !style.Color || visible.Length == 0)
        {
            _line.Append(visible);
        }
        else
        {
            _line.Append("\u001b[").Append(sgr).Append('m').Append(visible).Append("\u001b[0m");
        }

        return this;
    }

    public ConsoleWriter Repeat(char character, int count, string? sgr = null) => count > 0 ? Write(new string(character, count), sgr) : this;

    public void EndLine()
    {
        output.Write(BuildLog.Disarm(_line.ToString().TrimEnd(' ')));
        output.Write('\n');
        _line.Clear();
        _column = 0;
    }

    /// <summary>Words wrapped to the width; the first line continues the current one, the others hang at the indent.</summary>
    /// <param name="text">Text whose white space does not matter.</param>
    /// <param name="indent">The column at which the text stands.</param>
    /// <param name="sgr">Its style.</param>
    public void Wrap(string text, int indent, string? sgr = null)
    {
        var room = Math.Max(20, Width - _column);
        var part = new StringBuilder();
        var used = 0;
        foreach (var piece in new Untrusted(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToString().Split(' '))
        {
            var word = piece;
            var width = DisplayWidth.Of(word);
            if (used > 0 && used + 1 + width > room)
            {
                Break();
            }

            while (width > room)
            {
                var head = DisplayWidth.TakeFirst(word, room);
                part.Append(head);
                Break();
                word = word[head.Length..];
                width = DisplayWidth.Of(word);
            }

            part.Append(used > 0 ? " " : "").Append(word);
            used += width + (used > 0 ? 1 : 0);
        }

        Write(part.ToString(), sgr).EndLine();

        void Break()
        {
            Write(part.ToString(), sgr).EndLine();
            Repeat(' ', indent);
            part.Clear();
            used = 0;
            room = Math.Max(20, Width - indent);
        }
    }
}
