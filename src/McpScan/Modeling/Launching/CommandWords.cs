using System.Collections.Immutable;
using System.Text;
using McpScan.Syntax;

namespace McpScan.Modeling.Launching;

/// <summary>Splits a line into words by the quoting rules of <c>sh</c>; every word knows where it was written.</summary>
/// <remarks>An open quote ends with the line. A backslash counts as an escape only before what it would escape, so that Windows paths survive.</remarks>
internal sealed class CommandWords
{
    private readonly ScalarNode _line;
    private readonly string _text;
    private int _at;

    private CommandWords(ScalarNode line) => (_line, _text) = (line, line.Value);

    /// <summary>The words of a member <c>command</c>: one as a rule, more where a whole line was put there. Never empty.</summary>
    public static ImmutableArray<ScalarNode> OfCommand(ScalarNode command)
    {
        if (!command.Value.AsSpan().Trim().ContainsAny(' ', '\t', '\n'))
        {
            return [command];
        }

        var words = OfLine(command);

        // 'C:\Program Files\nodejs\node.exe' is a path with a space in it, 'npx -y server' a line.
        return words.Length > 0 && (Launchers.Find(ProgramName.Of(words[0]).Value) is not null || !words[0].Value.AsSpan().ContainsAny('/', '\\'))
            ? words
            : [command];
    }

    /// <summary>The words of a line.</summary>
    public static ImmutableArray<ScalarNode> OfLine(ScalarNode line)
    {
        var reader = new CommandWords(line);
        var words = ImmutableArray.CreateBuilder<ScalarNode>();
        while (reader.ReadWord(stopAtOperators: false) is { } word)
        {
            words.Add(word);
        }

        return words.ToImmutable();
    }

    /// <summary>The simple commands of a script, joined by <c>&amp;&amp;</c>, <c>;</c> or line breaks; those with pipes, redirections or substitutions are left out.</summary>
    public static IEnumerable<ImmutableArray<ScalarNode>> OfScript(ScalarNode script)
    {
        var reader = new CommandWords(script);
        while (!reader.IsAtEnd)
        {
            if (reader.ReadSimpleCommand() is { IsEmpty: false } command)
            {
                yield return command;
            }
        }
    }

    private bool IsAtEnd => _at >= _text.Length;

    private ImmutableArray<ScalarNode> ReadSimpleCommand()
    {
        var words = ImmutableArray.CreateBuilder<ScalarNode>();
        var isSimple = true;
        while (ReadWord(stopAtOperators: true) is { } word)
        {
            isSimple &= !word.Value.Contains('`', StringComparison.Ordinal) && !word.Value.Contains("$(", StringComparison.Ordinal);
            words.Add(word);
        }

        if (!IsAtEnd)
        {
            var sign = _text[_at++];
            if (sign is '|' or '<' or '>' && !(sign == '|' && !IsAtEnd && _text[_at] == '|'))
            {
                SkipPipeline();
                isSimple = false;
            }
        }

        return isSimple ? words.ToImmutable() : [];
    }

    private void SkipPipeline()
    {
        while (!IsAtEnd && _text[_at] is not (';' or '\n') && !_text.AsSpan(_at).StartsWith("&&", StringComparison.Ordinal))
        {
            _at++;
        }
    }

    private ScalarNode? ReadWord(bool stopAtOperators)
    {
        while (!IsAtEnd && char.IsWhiteSpace(_text[_at]) && !(stopAtOperators && _text[_at] == '\n'))
        {
            _at++;
        }

        if (IsAtEnd || (stopAtOperators && IsOperator(_text[_at])))
        {
            return null;
        }

        var start = _at;
        StringBuilder? value = null;
        DecodeMap.Builder? map = null;
        var quote = '\0';
        for (; !IsAtEnd; _at++)
        {
            var c = _text[_at];
            if (quote == '\0' && (char.IsWhiteSpace(c) || (stopAtOperators && IsOperator(c))))
            {
                break;
            }

            var isQuote = quote == '\0' ? c is '"' or '\'' : c == quote;
            var isEscape = !isQuote && c == '\\' && quote != '\'' && IsEscaped(_at + 1, quote);
            if ((isQuote || isEscape) && value is null)
            {
                value = new StringBuilder();
                map = new DecodeMap.Builder();
                Append(start, _at, value, map);
            }

            if (isQuote)
            {
                quote = quote == '\0' ? c : '\0';
                continue;
            }

            _at += isEscape ? 1 : 0;
            if (value is not null)
            {
                Append(_at, _at + 1, value, map!);
            }
        }

        if (value is null)
        {
            return _line.Slice(start, _at - start);
        }

        var span = _line.Locate(start, _at - start);
        return new ScalarNode(_line.Source, span, ScalarKind.String, value.ToString(), span.Start, value.Length == 0 ? null : map!.ToMap());
    }

    private bool IsEscaped(int at, char quote) =>
        at < _text.Length && (_text[at] is '"' or '\\' or '$' or '`' || (quote == '\0' && _text[at] is ' ' or '\'' or '\t'));

    private void Append(int from, int to, StringBuilder value, DecodeMap.Builder map)
    {
        value.Append(_text, from, to - from);
        for (var i = from; i < to; i++)
        {
            var at = _line.Locate(i, 1);
            map.Add(1, at.Start, at.Length);
        }
    }

    private static bool IsOperator(char c) => c is ';' or '&' or '|' or '<' or '>' or '\n';
}
