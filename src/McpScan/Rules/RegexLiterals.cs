using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace McpScan.Rules;

/// <summary>
/// Finds texts of which every match of a pattern must contain at least one, so that a text without them need not be searched.
/// </summary>
/// <remarks>
/// Sound rather than sharp: whatever it does not understand ends a run of literals or makes the pattern unfilterable. Case is ignored by the
/// search that uses the result, so case options need no tracking.
/// </remarks>
internal sealed class RegexLiterals
{
    /// <summary>Stands for any character that plain English text does not have: controls, invisible characters, letters beyond ASCII.</summary>
    public const string Unusual = "\0unusual";

    private const int MinLength = 3;
    private const int MaxAlternatives = 512;
    private static readonly ImmutableArray<string> OnlyUnusual = [Unusual];
    private readonly string _pattern;
    private readonly ImmutableArray<ImmutableArray<string>>.Builder _offers = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
    private int _at;
    private int _depth;
    private int _ways;

    private RegexLiterals(string pattern) => _pattern = pattern;

    /// <summary>Whether a regular expression and an ordinal comparison see the case of some character differently; such a text is never filtered.</summary>
    public static bool HasOddlyFolding(ReadOnlySpan<char> text)
    {
        if (!Ascii.IsValid(text))
        {
            foreach (var c in text)
            {
                if (c is '\u0130' or '\u0131' or '\u017F' or '\u1E9E' or '\u2126' or '\u212A' or '\u212B')
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Sets of texts, in upper or lower case as written, of each of which every match contains one; empty where nothing can be required.</summary>
    public static ImmutableArray<ImmutableArray<string>> Required(string pattern)
    {
        var parser = new RegexLiterals(pattern);
        try
        {
            if (parser.Alternation() is not { } best || parser._at != pattern.Length)
            {
                return [];
            }

            // Where there is one way through the pattern, everything on it is required; else one text of each way.
            return parser._ways == 1 ? parser._offers.ToImmutable() : [best];
        }
        catch (NotSupportedException)
        {
            return [];
        }
    }

    private bool End => _at >= _pattern.Length;

    private ImmutableArray<string>? Alternation()
    {
        var all = ImmutableArray.CreateBuilder<string>();
        var isRequired = true;
        while (true)
        {
            _ways += _depth == 0 ? 1 : 0;
            if (Sequence() is { } literals && isRequired)
            {
                all.AddRange(literals);
            }
            else
            {
                isRequired = false;
            }

            if (End || _pattern[_at] != '|')
            {
                return isRequired && all.Count <= MaxAlternatives ? all.ToImmutable() : null;
            }

            _at++;
        }
    }

    /// <summary>The best set that every match of the sequence must contain one of.</summary>
    private ImmutableArray<string>? Sequence()
    {
        ImmutableArray<string>? best = null;
        var run = new StringBuilder();
        while (!End && _pattern[_at] is not ('|' or ')'))
        {
            var literal = Atom(out var group, out var isZeroWidth);
            var (isOptional, isRepeated) = Quantifier();
            if (isZeroWidth)
            {
                continue;
            }

            if (literal is { } c && !isOptional)
            {
                run.Append(c);
                Offer(IsOnlyUnusual(c, c) ? OnlyUnusual : null);
                if (!isRepeated)
                {
                    continue;
                }
            }

            Offer(IsRare(run) ? [run.ToString()] : null);
            run.Clear();
            if (!isOptional)
            {
                Offer(group);
            }
        }

        Offer(IsRare(run) ? [run.ToString()] : null);
        return best;

        void Offer(ImmutableArray<string>? candidate)
        {
            if (candidate is { Length: > 0 } set && (best is not { } known || known[0] == Unusual || (set[0] != Unusual && Shortest(set) > Shortest(known))))
            {
                best = set;
            }

            if (_depth == 0 && candidate is { Length: > 0 } offer)
            {
                _offers.Add(offer);
            }
        }
    }

    /// <summary>Three letters, or two of a script that writes words with them.</summary>
    private static bool IsRare(StringBuilder run) => run.Length >= MinLength || (run.Length == 2 && run[0] >= '\u2E80' && run[1] >= '\u2E80');

    private static int Shortest(ImmutableArray<string> set)
    {
        var shortest = int.MaxValue;
        foreach (var text in set)
        {
            shortest = Math.Min(shortest, text.Length);
        }

        return shortest;
    }

    /// <summary>Reads one atom: a literal character, a group with what it requires, a zero-width assertion, or anything else.</summary>
    private char? Atom(out ImmutableArray<string>? group, out bool isZeroWidth)
    {
        group = null;
        isZeroWidth = false;
        var c = _pattern[_at++];
        switch (c)
        {
            case '(':
                group = Group(out isZeroWidth);
                return null;
            case '[':
                group = CharacterClass() ? OnlyUnusual : null;
                return null;
            case '.':
                return null;
            case '^' or '$':
                isZeroWidth = true;
                return null;
            case '\\':
                return Escape(out isZeroWidth);
            default:
                return c;
        }
    }

    private ImmutableArray<string>? Group(out bool isZeroWidth)
    {
        isZeroWidth = false;
        if (!End && _pattern[_at] == '?')
        {
            _at++;
            if (Accept(':') || AcceptName())
            {
            }
            else if (AcceptOptions())
            {
                isZeroWidth = true;
                return null;
            }
            else if (!Accept(':'))
            {
                throw new NotSupportedException();
            }
        }

        _depth++;
        var inner = Alternation();
        _depth--;
        return Accept(')') ? inner : throw new NotSupportedException();
    }

    private bool Accept(char c)
    {
        if (!End && _pattern[_at] == c)
        {
            _at++;
            return true;
        }

        return false;
    }

    private bool AcceptName()
    {
        if (End || _pattern[_at] != '<' || _at + 1 >= _pattern.Length || _pattern[_at + 1] is '=' or '!')
        {
            return false;
        }

        _at = _pattern.IndexOf('>', _at) is var end and >= 0 ? end + 1 : throw new NotSupportedException();
        return true;
    }

    /// <summary>Options such as <c>(?i)</c>; true when the group ends with them. <c>x</c> would change what white space means.</summary>
    private bool AcceptOptions()
    {
        while (!End && _pattern[_at] is 'i' or 'm' or 's' or 'n' or '-')
        {
            _at++;
        }

        return Accept(')');
    }

    /// <summary>Reads a class of characters; true when it holds none of plain English text.</summary>
    private bool CharacterClass()
    {
        var isUnusual = !Accept('^');
        var isRange = false;
        var last = '\0';
        for (var isFirst = true; !End && (isFirst || _pattern[_at] != ']'); isFirst = false)
        {
            var c = _pattern[_at++];
            if (c == '[')
            {
                throw new NotSupportedException();
            }

            if (c == '-' && !isFirst && !End && _pattern[_at] != ']')
            {
                isRange = true;
                continue;
            }

            var member = c == '\\' ? Escape(out var isBoundary) is { } escaped && !isBoundary ? escaped : (char?)null : c;
            isUnusual &= member is { } one && IsOnlyUnusual(isRange ? last : one, one);
            last = member ?? 'a';
            isRange = false;
        }

        return Accept(']') ? isUnusual : throw new NotSupportedException();
    }

    /// <summary>Whether no character of a range is usual, nor equals one when case is ignored (U+0130, U+0131, U+017F and U+212A do).</summary>
    private static bool IsOnlyUnusual(char from, char to)
    {
        for (var c = from; c <= to && c <= '\u007F'; c++)
        {
            if (!IsUnusual(c))
            {
                return false;
            }
        }

        return from <= to && !(from <= '\u0131' && to >= '\u0130') && !(from <= '\u017F' && to >= '\u017F') && !(from <= '\u212A' && to >= '\u212A');
    }

    /// <summary>Whether a text has any unusual character.</summary>
    public static bool HasUnusual(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (IsUnusual(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a character is a control, or lies beyond ASCII; line breaks and tabs are usual.</summary>
    public static bool IsUnusual(char c) => c is > '~' or (< ' ' and not ('\n' or '\r' or '\t'));

    private char? Escape(out bool isZeroWidth)
    {
        isZeroWidth = false;
        var c = End ? throw new NotSupportedException() : _pattern[_at++];
        switch (c)
        {
            case 'b' or 'B' or 'A' or 'z' or 'Z' or 'G':
                isZeroWidth = true;
                return null;
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S':
                return null;
            case 'p' or 'P':
                _at = _pattern.IndexOf('}', _at) is var end and >= 0 ? end + 1 : throw new NotSupportedException();
                return null;
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'x':
                return Code(2);
            case 'u':
                return Code(4);
            default:
                return char.IsAsciiLetterOrDigit(c) ? throw new NotSupportedException() : c;
        }
    }

    private char Code(int digits)
    {
        if (_at + digits > _pattern.Length
            || !ushort.TryParse(_pattern.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw new NotSupportedException();
        }

        _at += digits;
        return (char)code;
    }

    private (bool IsOptional, bool IsRepeated) Quantifier()
    {
        var isOptional = false;
        var isRepeated = false;
        if (!End && _pattern[_at] is '*' or '?' or '+')
        {
            isOptional = _pattern[_at] is '*' or '?';
            isRepeated = true;
            _at++;
        }
        else if (!End && _pattern[_at] == '{' && _at + 1 < _pattern.Length && char.IsAsciiDigit(_pattern[_at + 1]))
        {
            var end = _pattern.IndexOf('}', _at);
            if (end < 0)
            {
                throw new NotSupportedException();
            }

            isOptional = _pattern[_at + 1] == '0';
            isRepeated = true;
            _at = end + 1;
        }

        if (isRepeated)
        {
            Accept('?');
        }

        return (isOptional, isRepeated);
    }
}
