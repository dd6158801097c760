using System.Buffers;

namespace McpScan.Checks.Capabilities;

/// <summary>The words of a name or of the first sentences of a text, each with its sense; entries of several words are one word.</summary>
internal sealed class Phrase
{
    private const int MaxWords = 160;
    private const int MaxEntry = 3;

    private readonly List<Token> _tokens = [];
    private string _text = "";

    public int Count => _tokens.Count;

    public Token this[int index] => _tokens[index];

    /// <summary>A word as it was written.</summary>
    public ReadOnlySpan<char> WordAt(int index) => _text.AsSpan(_tokens[index].Start, _tokens[index].Length);

    /// <summary>Whether a sentence or a parenthesis ends before a word, or the phrase does.</summary>
    public bool EndsBefore(int index) => index >= _tokens.Count || _tokens[index].Break;

    /// <summary>Reads a name: <c>delete_file</c>, <c>deleteFile</c> and <c>fs/delete.file</c> alike.</summary>
    public void ReadName(string name, Vocabulary words)
    {
        _text = name;
        _tokens.Clear();
        foreach (var (start, length) in NameWords.Of(name))
        {
            // A number tells names apart and names nothing: read_inbox_2.
            if (_tokens.Count < MaxWords && !IsNumber(name.AsSpan(start, length)))
            {
                _tokens.Add(new Token(start, length, default, Break: false, Comma: false));
            }
        }

        Look(name, words);
    }

    /// <summary>Reads the beginning of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How much of it is read, in UTF-16 units.</param>
    /// <param name="words">The vocabulary.</param>
    public void ReadText(string text, int most, Vocabulary words)
    {
        _text = text;
        _tokens.Clear();
        var end = Math.Min(text.Length, most);
        var isBreak = true;
        var isComma = false;
        for (var i = 0; i < end && _tokens.Count < MaxWords;)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c))
            {
                var start = i;
                while (i < end && (char.IsLetterOrDigit(text[i]) || (text[i] is '\'' && i + 1 < end && char.IsLetter(text[i + 1]))))
                {
                    i++;
                }

                _tokens.Add(new Token(start, i - start, default, isBreak, isComma));
                (isBreak, isComma) = (false, false);
                continue;
            }

            isBreak |= c == '\n' ? BeginsAnew(text, i + 1, end) : c is ';' or '!' or '?' or '(' or ')' or '"' or '`' or ':' || (c == '.' && (i + 1 >= end || char.IsWhiteSpace(text[i + 1])));
            isComma |= c is ',' or '/' or '&';
            i++;
        }

        Look(text, words);
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether a line is more than the rest of a wrapped sentence: an empty one, an item of a list, one that begins with a capital.</summary>
    private static bool BeginsAnew(string text, int line, int end)
    {
        var at = line;
        while (at < end && text[at] is ' ' or '\t' or '\r')
        {
            at++;
        }

        return at >= end || !char.IsLower(text[at]);
    }

    private void Look(string text, Vocabulary words)
    {
        var kept = 0;
        var buffer = ArrayPool<char>.Shared.Rent(128);
        for (var i = 0; i < _tokens.Count;)
        {
            var token = _tokens[i];
            var sense = words.Find(text.AsSpan(token.Start, token.Length));
            var used = 1;
            if (sense.Has(Marks.Start))
            {
                var length = Append(buffer, 0, text, token);
                for (var more = 1; more < MaxEntry && i + more < _tokens.Count && !_tokens[i + more].Break && length + _tokens[i + more].Length < buffer.Length - 1; more++)
                {
                    buffer[length++] = ' ';
                    length = Append(buffer, length, text, _tokens[i + more]);
                    if (words.Find(buffer.AsSpan(0, length)) is var longer && (longer.IsVerb || longer.Thing is not null))
                    {
                        (sense, used) = (longer, more + 1);
                    }
                }
            }

            var last = _tokens[i + used - 1];
            _tokens[kept++] = token with { Length = last.Start + last.Length - token.Start, Sense = sense };
            i += used;
        }

        ArrayPool<char>.Shared.Return(buffer);
        _tokens.RemoveRange(kept, _tokens.Count - kept);
    }

    private static int Append(char[] buffer, int at, string text, Token token)
    {
        var length = Math.Min(token.Length, buffer.Length - at);
        text.AsSpan(token.Start, length).CopyTo(buffer.AsSpan(at));
        return at + length;
    }
}

/// <summary>A word of a phrase.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Sense">What it can mean.</param>
/// <param name="Break">Whether a sentence or a parenthesis begins or ends before it.</param>
/// <param name="Comma">Whether a comma or a stroke stands before it.</param>
internal readonly record struct Token(int Start, int Length, Sense Sense, bool Break, bool Comma)
{
    public int End => Start + Length;
}
