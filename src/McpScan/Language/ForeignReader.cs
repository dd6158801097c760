namespace McpScan.Language;

/// <summary>
/// Reads a sentence in a language other than English: as the set of what its words mean, with negation told by nearness. Word order is not judged.
/// </summary>
internal static class ForeignReader
{
    /// <summary>How far, in UTF-16 units, a negation may stand from what it denies.</summary>
    private const int NegationReach = 30;

    /// <summary>The same where a character is a syllable or a word.</summary>
    private const int DenseNegationReach = 10;

    private const int Nowhere = -1;

    private static readonly FactSet Sayings = FactSet.Of(Fact.Tell, Fact.Ask);
    private static readonly FactSet Doings = FactSet.Of(Fact.Send, Fact.Include, Fact.Read, Fact.Change, Fact.Write, Fact.Call);
    private static readonly FactSet Orders = FactSet.Of(Fact.DutyWord, Fact.Force, Fact.Standing, Fact.RequireWord);

    public static Statement Read(PlainText plain, int start, int end, Lexicon lexicon, Tongue tongue, FactSet context, INames names)
    {
        var isContinuous = tongue is Tongue.Chinese or Tongue.Japanese;
        var isDense = isContinuous || tongue == Tongue.Korean;
        var (facts, quoted) = (context | FactSet.Of(Fact.Foreign), false);
        var (name, nameLength) = (-1, 0);
        var (denial, saying, doing) = (Nowhere, Nowhere, Nowhere);
        var reach = isDense ? DenseNegationReach : NegationReach;
        for (var i = start; i < end;)
        {
            var c = plain.Folded[i];
            quoted ^= c == '"';
            if (!char.IsLetterOrDigit(c) && c is not ('~' or '/' or '$' or '.'))
            {
                // "read it, without telling them": what is denied behind a comma is not what was done before it.
                doing = c == ',' ? Nowhere : doing;
                i++;
                continue;
            }

            var (found, length, shape) = Next(plain, i, end, lexicon, isContinuous);
            if (shape.Has(Fact.Identifier))
            {
                shape |= names.Resolve(plain.Text.AsSpan(i, length));
                shape = IsName(plain.Text, i, shape) ? shape : shape.Without(FactSet.Of(Fact.ForeignTool));
                (name, nameLength) = shape.Has(Fact.ForeignTool) || shape.Has(Fact.NeighbourTool) ? (i, length) : (name, nameLength);
            }

            // What is only quoted was not said; addresses and commands count all the same.
            facts |= quoted ? shape : found | shape;
            denial = found.Has(Fact.Negation) ? i : denial;
            saying = found.Overlaps(Sayings) ? i : saying;
            doing = found.Overlaps(Doings) ? i : doing;
            facts |= AreNear(denial, saying, reach) ? FactSet.Of(Fact.Negated) : FactSet.None;
            facts |= AreNear(denial, doing, reach / 2) ? FactSet.Of(Fact.Without) : FactSet.None;

            i += length;
        }

        facts |= facts.Overlaps(Orders) || facts.Has(Fact.Negated) ? FactSet.Of(Fact.Demanded) : FactSet.None;
        facts |= facts.Overlaps(FactGroups.Acts) ? FactSet.Of(Fact.Imperative) : FactSet.None;
        facts |= facts.Has(Fact.Detect) || facts.Has(Fact.Attack) ? FactSet.Of(Fact.Reported) : FactSet.None;
        facts |= facts.Has(Fact.ExampleWord) ? FactSet.Of(Fact.Example) : FactSet.None;
        return new Statement(facts, facts, start, end - start, name, nameLength);
    }

    /// <summary>Whether a name is set apart as one, or begins with a verb as names of tools do; brands and abbreviations are spelled with inner capitals, too.</summary>
    private static bool IsName(string text, int at, FactSet shape) => shape.Has(Fact.VerbName) || (at > 0 && text[at - 1] is '\'' or '"' or '\u300C');

    private static bool AreNear(int one, int other, int reach) => one != Nowhere && other != Nowhere && Math.Abs(one - other) <= reach;

    private static (FactSet Found, int Length, FactSet Shape) Next(PlainText plain, int at, int end, Lexicon lexicon, bool isContinuous)
    {
        var text = plain.Folded;
        if (isContinuous && text[at] > '\u2E7F')
        {
            for (var length = Math.Min(lexicon.Longest, end - at); length > 0; length--)
            {
                if (lexicon.TryFind(text.AsSpan(at, length), out var lexeme))
                {
                    return (lexeme.Facts, length, FactSet.None);
                }
            }

            return (FactSet.None, 1, FactSet.None);
        }

        var stop = at + 1;
        while (stop < end && text[stop] is not (' ' or ',' or '"' or '(' or ')' or '<' or '>' or '[' or ']' or '、' or '，' or '。' or '：' or ':') && !(isContinuous && text[stop] > '\u2E7F'))
        {
            stop++;
        }

        while (stop > at + 1 && text[stop - 1] is '.' or ';' or '!' or '?' or '\'')
        {
            stop--;
        }

        var chunk = text.AsSpan(at, stop - at);
        if (chunk.ContainsAnyInRange('a', 'z') && TokenShapes.Of(chunk, plain.Text.AsSpan(at, stop - at)) is { IsEmpty: false } shape)
        {
            return (FactSet.None, stop - at, shape);
        }

        var wordEnd = at;
        while (wordEnd < stop && char.IsLetterOrDigit(text[wordEnd]))
        {
            wordEnd++;
        }

        return Lookup(text, at, Math.Max(wordEnd, at + 1), end, lexicon);
    }

    private static (FactSet Found, int Length, FactSet Shape) Lookup(string text, int at, int wordEnd, int end, Lexicon lexicon)
    {
        var facts = lexicon.FindStem(text.AsSpan(at, wordEnd - at));
        if (!lexicon.TryFind(text.AsSpan(at, wordEnd - at), out var lexeme))
        {
            return (facts, wordEnd - at, FactSet.None);
        }

        facts |= lexeme.Facts;
        var (best, stop) = (wordEnd, wordEnd);
        for (var words = 1; lexeme.IsStart && words < Lexicon.MaxPhrase && stop + 1 < end && text[stop] is ' ' or '\'' or '-'; words++)
        {
            stop++;
            while (stop < end && char.IsLetterOrDigit(text[stop]))
            {
                stop++;
            }

            if (lexicon.TryFind(text.AsSpan(at, stop - at), out var phrase) && !phrase.Facts.IsEmpty)
            {
                (facts, best) = (facts | phrase.Facts, stop);
            }
        }

        return (facts, best - at, FactSet.None);
    }
}
