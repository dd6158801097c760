using System.Collections.Immutable;
using System.Text;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>
/// Reads a Dockerfile: one array of objects with a single member each, the instruction in upper case and its arguments as a string.
/// Continuation lines are joined, comments left out, here-documents kept behind the arguments.
/// </summary>
/// <remarks>Tolerant: a line that is no instruction is kept as one, so that nothing of the file escapes the rules.</remarks>
public static class DockerfileReader
{
    /// <summary>Instructions read of one file; a real one has some dozens.</summary>
    private const int MaxInstructions = 20_000;

    public static DataDocument Read(SourceText source)
    {
        var scan = new Scan(source, FindEscape(source));
        var items = ImmutableArray.CreateBuilder<DataNode>();
        var notices = ImmutableArray.CreateBuilder<Notice>();
        while (scan.Next(notices) is { } instruction)
        {
            if (items.Count == MaxInstructions)
            {
                notices.Add(Notice.At(NoticeSeverity.Error, source, instruction.Span, $"More than {MaxInstructions} instructions: the rest of the Dockerfile was not read."));
                break;
            }

            items.Add(instruction);
        }

        return items.Count == 0
            ? new DataDocument(source, [], notices.ToImmutable())
            : new DataDocument(source, [new ArrayNode(source, TextSpan.FromBounds(items[0].Span.Start, items[^1].Span.End), items.ToImmutable())], notices.ToImmutable());
    }

    /// <summary>The escape character: a backslash unless a directive among the first comments says a backtick.</summary>
    private static char FindEscape(SourceText source)
    {
        for (var line = 0; line < source.LineCount && line < 8; line++)
        {
            var span = source.GetLineSpan(line);
            var text = source.Text.AsSpan(span.Start, span.Length).Trim();
            if (text.IsEmpty || text[0] != '#' || text.IndexOf('=') < 0)
            {
                break;
            }

            var name = text[1..text.IndexOf('=')].Trim();
            if (name.Equals("escape", StringComparison.OrdinalIgnoreCase))
            {
                return text[^1] == '`' ? '`' : '\\';
            }
        }

        return '\\';
    }

    private sealed class Scan(SourceText source, char escape)
    {
        private readonly string _text = source.Text;
        private int _line;

        /// <summary>The next instruction, or null at the end.</summary>
        public ObjectNode? Next(ImmutableArray<Notice>.Builder notices)
        {
            while (_line < source.LineCount)
            {
                var span = Trimmed(source.GetLineSpan(_line));
                if (span.Length == 0 || _text[span.Start] == '#')
                {
                    _line++;
                    continue;
                }

                return ReadInstruction(span, notices);
            }

            return null;
        }

        private ObjectNode ReadInstruction(TextSpan first, ImmutableArray<Notice>.Builder notices)
        {
            var nameEnd = first.Start;
            while (nameEnd < first.End && !char.IsWhiteSpace(_text[nameEnd]) && _text[nameEnd] != escape)
            {
                nameEnd++;
            }

            var nameSpan = TextSpan.FromBounds(first.Start, nameEnd);
            var name = new ScalarNode(source, nameSpan, ScalarKind.String, source.ToString(nameSpan).ToUpperInvariant(), nameSpan.Start);
            var value = new Value(source);
            ReadLogicalLine(value, Trimmed(TextSpan.FromBounds(nameEnd, first.End)));
            if (name.Value is "RUN" or "COPY" or "ADD")
            {
                ReadHereDocuments(value, notices);
            }

            var arguments = value.ToScalar(nameSpan.End);
            return new ObjectNode(source, TextSpan.FromBounds(nameSpan.Start, arguments.Span.End), [new DataMember(name, arguments)]);
        }

        /// <summary>Joins lines that end with the escape character; comments and empty lines between them do not end the instruction.</summary>
        private void ReadLogicalLine(Value value, TextSpan part)
        {
            while (true)
            {
                _line++;
                var goesOn = part.Length > 0 && _text[part.End - 1] == escape;
                value.Append(goesOn ? new TextSpan(part.Start, part.Length - 1) : part);
                if (!goesOn)
                {
                    return;
                }

                while (_line < source.LineCount && Trimmed(source.GetLineSpan(_line)) is var next && (next.Length == 0 || _text[next.Start] == '#'))
                {
                    _line++;
                }

                if (_line == source.LineCount)
                {
                    return;
                }

                var line = source.GetLineSpan(_line);
                part = TextSpan.FromBounds(line.Start, Trimmed(line).End);
            }
        }

        private void ReadHereDocuments(Value value, ImmutableArray<Notice>.Builder notices)
        {
            foreach (var word in HereDocumentWords(value.ToString()))
            {
                var opened = _line - 1;
                var closed = false;
                while (_line < source.LineCount && !closed)
                {
                    var line = source.GetLineSpan(_line++);
                    closed = _text.AsSpan(line.Start, line.Length).TrimStart('\t').SequenceEqual(word);
                    if (!closed)
                    {
                        value.AppendLine(line);
                    }
                }

                if (!closed)
                {
                    notices.Add(Notice.At(NoticeSeverity.Warning, source, source.GetLineSpan(opened), "A here-document has no end: the rest of the Dockerfile was read as its text."));
                }
            }
        }

        /// <summary>The words of <c>&lt;&lt;WORD</c>, each a word of its own in the command: <c>$((1&lt;&lt;n))</c> opens nothing.</summary>
        private static List<string> HereDocumentWords(string arguments)
        {
            List<string> words = [];
            for (var at = Find(0); at >= 0 && words.Count < 16; at = Find(at))
            {
                var before = at;
                while (before > 0 && char.IsAsciiDigit(arguments[before - 1]))
                {
                    before--;
                }

                at += 2;
                at += at < arguments.Length && arguments[at] == '-' ? 1 : 0;
                var end = at;
                while (end < arguments.Length && !char.IsWhiteSpace(arguments[end]) && arguments[end] != '<')
                {
                    end++;
                }

                var word = arguments[at..end].Trim('"', '\'');
                if (word.Length > 0 && (before == 0 || char.IsWhiteSpace(arguments[before - 1])) && (end == arguments.Length || arguments[end] != '<'))
                {
                    words.Add(word);
                }

                at = end;
            }

            return words;

            int Find(int from) => arguments.IndexOf("<<", from, StringComparison.Ordinal);
        }

        private TextSpan Trimmed(TextSpan span)
        {
            int start = span.Start, end = span.End;
            while (start < end && char.IsWhiteSpace(_text[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(_text[end - 1]))
            {
                end--;
            }

            return TextSpan.FromBounds(start, end);
        }
    }

    /// <summary>The arguments of an instruction while they are joined from lines.</summary>
    private sealed class Value(SourceText source)
    {
        private readonly StringBuilder _value = new();
        private readonly DecodeMap.Builder _map = new();
        private int _start = -1;
        private int _end;

        public void Append(TextSpan span)
        {
            if (span.Length == 0)
            {
                return;
            }

            _start = _start < 0 ? span.Start : _start;
            _end = span.End;
            _value.Append(source.Text, span.Start, span.Length);
            _map.Add(span.Length, span.Start, span.Length);
        }

        public void AppendLine(TextSpan line)
        {
            if (_start >= 0)
            {
                _value.Append('\n');
                _map.Add(1, _end, line.Start - _end);
            }

            Append(line);
        }

        public ScalarNode ToScalar(int emptyAt) => _start < 0
            ? new ScalarNode(source, new TextSpan(emptyAt, 0), ScalarKind.String, "", emptyAt)
            : new ScalarNode(source, TextSpan.FromBounds(_start, _end), ScalarKind.String, _value.ToString(), _start, _map.ToMap());

        public override string ToString() => _value.ToString();
    }
}
