using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace McpScan.Rules;

/// <summary>A regular expression that is built when first needed and whose work is bounded for any text.</summary>
/// <remarks>
/// Only patterns that the non-backtracking engine accepts are allowed (no look-around, no back-references). Building that engine costs
/// milliseconds, so the interpreter runs first under a short clock; where it blows up, the linear engine gives the same answer.
/// </remarks>
public sealed class BoundedRegex(string pattern)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);
    private Regex? _quick;
    private Regex? _linear;
    private ImmutableArray<string>[]? _required;

    public string Pattern { get; } = pattern;

    private Regex Quick => _quick ??= new Regex(Pattern, RegexOptions.CultureInvariant, Patience);

    private Regex Linear => _linear ??= new Regex(Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Timeout.InfiniteTimeSpan);

    /// <summary>Whether the text has one of the literals that every match needs; far cheaper than a search, and true where nothing is needed.</summary>
    public bool MayMatch(ReadOnlySpan<char> text)
    {
        var sets = _required ??= [.. RegexLiterals.Required(Pattern)];
        foreach (var set in sets)
        {
            if (!ContainsOne(text, set))
            {
                return RegexLiterals.HasOddlyFolding(text);
            }
        }

        return true;
    }

    /// <summary>Whether the whole text or a part of it matches.</summary>
    public bool IsMatch(string text) => Find(text).Count > 0;

    /// <summary>The non-empty matches from left to right, at most <paramref name="limit"/>.</summary>
    public List<(int Start, int Length)> Find(string text, int limit = 64)
    {
        try
        {
            return Collect(Quick, text, limit);
        }
        catch (RegexMatchTimeoutException)
        {
            return Collect(Linear, text, limit);
        }
    }

    /// <summary>What is wrong with a pattern, or null when it may be used.</summary>
    public static string? Validate(string pattern)
    {
        try
        {
            _ = new BoundedRegex(pattern).Linear;
            return null;
        }
        catch (RegexParseException e)
        {
            // Not its message: that is a bare resource key in the shipped program.
            return $"{e.Error} at offset {e.Offset}.";
        }
        catch (NotSupportedException)
        {
            return "It needs backtracking.";
        }
    }

    public override string ToString() => Pattern;

    private static bool ContainsOne(ReadOnlySpan<char> text, ImmutableArray<string> literals)
    {
        foreach (var literal in literals)
        {
            if (literal == RegexLiterals.Unusual ? RegexLiterals.HasUnusual(text) : text.Contains(literal, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static List<(int Start, int Length)> Collect(Regex regex, string text, int limit)
    {
        var found = new List<(int, int)>();
        foreach (var match in regex.EnumerateMatches(text))
        {
            if (match.Length > 0)
            {
                found.Add((match.Index, match.Length));
                if (found.Count == limit)
                {
                    break;
                }
            }
        }

        return found;
    }
}
