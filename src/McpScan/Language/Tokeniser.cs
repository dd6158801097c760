namespace McpScan.Language;

/// <summary>Makes the words of one sentence and looks them up.</summary>
internal sealed class Tokeniser(Lexicon english)
{
    private readonly List<Word> _words = [];
    private int _unknown;
    private bool _hasForeignScript;

    /// <summary>Whether the sentence read last has so few words of the lexicon that it may be in another language, or in none.</summary>
    public bool IsOdd => _hasForeignScript || (_words.Count > 1 && _unknown * 2 >= _words.Count);

    /// <summary>The words of a part of a plain text; the list is used again by the next call.</summary>
    /// <param name="plain">The text.</param>
    /// <param name="start">Where the sentence starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="quotations">The quotations of the whole text.</param>
    /// <param name="names">Says what a name that is spelled as programs do refers to.</param>
    public List<Word> Read(PlainText plain, int start, int end, Ranges quotations, INames names)
    {
        _words.Clear();
        _unknown = 0;
        _hasForeignScript = plain.Folded.AsSpan(start, end - start).IndexOfAnyInRange('\u0370', '\uFFEF') >= 0;
        var folded = plain.Folded;
        var mark = '\0';
        for (var i = start; i < end;)
        {
            var c = folded[i];
            if (c == ' ')
            {
                i++;
                continue;
            }

            if (!IsTokenStart(folded, i, end))
            {
                mark = MarkOf(mark, folded, i, start, end);
                i++;
                continue;
            }

            var chunkEnd = ChunkEnd(folded, i, end);
            i = AddChunk(plain, i, chunkEnd, end, mark, names);
            mark = '\0';
        }

        MarkQuoted(quotations);
        return _words;
    }

    private static bool IsTokenStart(string text, int i, int end) => char.IsLetterOrDigit(text[i])
        || (text[i] is '~' or '/' or '.' or '$' && i + 1 < end && (char.IsLetterOrDigit(text[i + 1]) || text[i + 1] is '/' or '.' or '(' or '{'));

    /// <summary>The mark that parts clauses; an opening one stays in spite of what follows.</summary>
    private static char MarkOf(char mark, string text, int i, int start, int end) => text[i] switch
    {
        '-' => i > start && text[i - 1] == ' ' || i == start ? '-' : mark,
        '\'' or '"' => mark == '\0' ? '"' : mark,
        '(' or '[' or '{' or '<' => '(',
        ')' or ']' or '}' or '>' => mark == '\0' ? ')' : mark,
        ',' or ':' or ';' or '.' or '!' or '?' or '|' or '=' or '\u2022' or '*' or '#' => mark is '\0' or ')' or '"' ? text[i] : mark,
        '、' or '，' or '：' => ',',
        _ => mark == '\0' && end > i && text[i] > 127 ? '-' : mark,
    };

    private static int ChunkEnd(string text, int i, int end)
    {
        if (text[i] == '$' && i + 1 < end && text[i + 1] is '(' or '{')
        {
            var close = text.AsSpan(i, end - i).IndexOfAny(')', '}');
            return close > 0 ? i + close + 1 : end;
        }

        var at = i;
        while (at < end && text[at] is not (' ' or ',' or '"' or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '|' or '\u2022' or '、' or '，' or '。'))
        {
            at++;
        }

        while (at > i + 1 && text[at - 1] is '.' or ':' or ';' or '!' or '?' or '\'' or '*' or '=' or '-')
        {
            at--;
        }

        return at;
    }

    /// <summary>Adds the words of a chunk between blanks, or the phrase that begins with it; returns where it goes on.</summary>
    private int AddChunk(PlainText plain, int start, int chunkEnd, int end, char mark, INames names)
    {
        var folded = plain.Folded;
        var chunk = folded.AsSpan(start, chunkEnd - start);
        if (!chunk.ContainsAnyExceptInRange('a', 'z'))
        {
            // The first word of a line of a docstring may be the name of a parameter.
            if (_words.Count == 0 && chunkEnd + 1 < end && (folded[chunkEnd] == ':' || folded[chunkEnd + 1] == '(') && names.Resolve(chunk) is var named && named.Has(Fact.Parameter))
            {
                Add(start, chunkEnd, named, VerbForms.None, mark);
                return chunkEnd;
            }

            return AddWord(folded, start, chunkEnd, end, mark);
        }

        var facts = TokenShapes.Of(chunk, plain.Text.AsSpan(start, chunkEnd - start));
        if (facts.Has(Fact.Identifier) && !chunk.ContainsAny('=', '/', '\'') && !IsSetting(chunk) && !IsAssigned(folded, chunkEnd, end))
        {
            facts |= names.Resolve(plain.Text.AsSpan(start, chunkEnd - start));
        }

        if (!facts.IsEmpty)
        {
            // The target of a link is where more can be read.
            facts |= facts.Has(Fact.Address) && IsLinkTarget(folded, start) ? FactSet.Of(Fact.Documentation) : FactSet.None;
            Add(start, chunkEnd, facts, VerbForms.None, mark);
            return chunkEnd;
        }

        // and/or, read-only, user's: the whole first, then its parts.
        if (english.TryFind(chunk, out _))
        {
            return AddWord(folded, start, chunkEnd, end, mark);
        }

        var at = start;
        while (at < chunkEnd)
        {
            var partEnd = at;
            while (partEnd < chunkEnd && (char.IsLetterOrDigit(folded[partEnd]) || (folded[partEnd] == '\'' && partEnd > at && partEnd + 1 < chunkEnd && char.IsLetter(folded[partEnd + 1]))))
            {
                partEnd++;
            }

            if (partEnd == at)
            {
                mark = folded[at] == '-' ? mark : folded[at];
                at++;
                continue;
            }

            at = Math.Max(AddWord(folded, at, partEnd, end, mark), partEnd);
            mark = '\0';
            if (at + 1 < chunkEnd && folded[at] == '-')
            {
                // "hide-no-activity", "read-through": what begins a compound is no verb of the sentence.
                _words[^1] = _words[^1] with { Forms = VerbForms.None };
            }
        }

        return at;
    }

    /// <summary>Whether what starts here is the target of a Markdown link.</summary>
    private static bool IsLinkTarget(string text, int start) =>
        start >= 2 && text[start - 1] == '(' && (text[start - 2] == ']' || (start >= 3 && text[start - 2] == ' ' && text[start - 3] == ']'));

    /// <summary>Whether a chunk is a field with its value: <c>clear_pending:true</c>.</summary>
    private static bool IsSetting(ReadOnlySpan<char> chunk) => chunk.IndexOf(':') is > 0 and var colon && (chunk[(colon + 1)..] is "true" or "false" or "null" || char.IsAsciiDigit(chunk[^1]));

    /// <summary>Whether a value or a type follows, so that the name is one of a parameter.</summary>
    private static bool IsAssigned(string text, int at, int end) =>
        at < end && (text[at] is '=' or ':' || (text[at] is '\'' or '"' && at + 1 < end && text[at + 1] is '=' or ':'));

    /// <summary>Adds a word, or the longest entry of several words that begins with it.</summary>
    private int AddWord(string folded, int start, int wordEnd, int end, char mark)
    {
        var known = english.TryFind(folded.AsSpan(start, wordEnd - start), out var lexeme);
        if (known && lexeme.IsStart)
        {
            var (best, bestEnd) = (lexeme, 0);
            var remarks = FactSet.None;
            var at = wordEnd;
            for (var words = 1; words < Lexicon.MaxPhrase && at + 1 < end && folded[at] is ' ' or '-'; words++)
            {
                at++;
                while (at < end && (char.IsLetterOrDigit(folded[at]) || folded[at] is '\''))
                {
                    at++;
                }

                if (english.TryFind(folded.AsSpan(start, at - start), out var phrase) && !phrase.Facts.IsEmpty)
                {
                    remarks |= phrase.IsRemark ? phrase.Facts : FactSet.None;
                    (best, bestEnd) = phrase.IsRemark ? (best, bestEnd) : (phrase, at);
                }
            }

            if (bestEnd > 0)
            {
                Add(start, bestEnd, best.Facts | remarks, best.Forms, mark);
                return bestEnd;
            }

            lexeme = lexeme with { Facts = lexeme.Facts | remarks };
        }

        if (lexeme.Facts.IsEmpty && Possessed(folded, start, wordEnd) is var bare && bare < wordEnd)
        {
            _ = english.TryFind(folded.AsSpan(start, bare - start), out lexeme);
        }

        _unknown += lexeme.Facts.IsEmpty ? 1 : 0;

        // Adverbs of manner stand between a verb and what rules it.
        var isAdverb = lexeme.Facts.IsEmpty && wordEnd - start > 4 && folded.AsSpan(start, wordEnd - start).EndsWith("ly", StringComparison.Ordinal);
        Add(start, wordEnd, isAdverb ? FactSet.Of(Fact.Filler) : lexeme.Facts, lexeme.Forms, mark);
        return wordEnd;
    }

    /// <summary>Where a word ends without its possessive.</summary>
    private static int Possessed(string text, int start, int end) =>
        end - start > 2 && text[end - 2] == '\'' && text[end - 1] == 's' ? end - 2 : end;

    private void Add(int start, int end, FactSet facts, VerbForms forms, char mark) => _words.Add(new Word(start, end - start, facts, forms, mark, IsQuoted: false));

    private void MarkQuoted(Ranges quotations)
    {
        for (var i = 0; !quotations.IsEmpty && i < _words.Count; i++)
        {
            if (quotations.Contains(_words[i].Start))
            {
                _words[i] = _words[i] with { IsQuoted = true };
            }
        }
    }
}
