using McpScan.Syntax;

namespace McpScan.Standards;

/// <summary>
/// A pattern of a policy: <c>*</c> stands for any characters but <c>/</c>, <c>**</c> for any characters, <c>?</c> for one character but <c>/</c>; everything else stands for itself.
/// </summary>
/// <param name="node">Where it was written.</param>
public sealed class Glob(ScalarNode node)
{
    /// <summary>Longer texts are cut before they are compared: no name, path or address that a person approves is that long.</summary>
    private const int MaxText = 1024;
    private const int MaxPattern = 256;
    private const string OnlyWildcards = "a pattern knows the wildcards *, ** and ? only, so it never matches";

    private readonly string _pattern = node.Value;

    /// <summary>Where it was written.</summary>
    public ScalarNode Node { get; } = node;

    /// <summary>Whether it has no wildcard.</summary>
    public bool IsExact { get; } = !node.Value.Contains('*', StringComparison.Ordinal) && !node.Value.Contains('?', StringComparison.Ordinal);

    /// <summary>What makes a text unusable as a pattern, as a clause of a sentence; null where nothing does.</summary>
    /// <remarks>A pattern that means something in another dialect would match nothing here, and what it should have forbidden would pass.</remarks>
    public static string? Problem(string pattern) => pattern.AsSpan().IndexOfAny('[', ']') >= 0 ? OnlyWildcards : FieldProblem(pattern);

    /// <summary>The same for a pattern of fields, such as <c>args[*]</c>, in which brackets stand for themselves.</summary>
    public static string? FieldProblem(string pattern) =>
        pattern.Length == 0 ? "an empty pattern matches nothing"
        : pattern.Length > MaxPattern ? "a pattern has at most 256 characters"
        : pattern != pattern.Trim() ? "a pattern neither begins nor ends with a space"
        : pattern.StartsWith('!') ? "a pattern cannot be turned round; a list of the opposite kind can"
        : pattern.AsSpan().IndexOfAny('{', '}', '\\') >= 0 ? OnlyWildcards
        : pattern.Contains("***", StringComparison.Ordinal) ? "write * for any characters but /, or ** for any characters"
        : pattern.Any(char.IsControl) ? "a pattern has no control characters"
        : null;

    /// <summary>The same for a pattern of report paths, which are relative and have forward slashes.</summary>
    public static string? PathProblem(string pattern) =>
        pattern.Contains('\\', StringComparison.Ordinal) ? "paths are written with forward slashes"
        : Problem(pattern) is { } problem ? problem
        : pattern.StartsWith('/') || pattern is [_, ':', ..] ? "report paths are relative, so an absolute one never matches"
        : $"/{pattern}/".Contains("/../", StringComparison.Ordinal) || $"/{pattern}/".Contains("/./", StringComparison.Ordinal) ? "report paths have no . and .. in them, so it never matches"
        : pattern.EndsWith('/') ? "a path names a file; write 'folder/**' for all files of a folder"
        : pattern.Contains("//", StringComparison.Ordinal) ? "report paths have no empty parts, so it never matches"
        : null;

    /// <summary>Whether a text fits, letter for letter.</summary>
    public bool IsMatch(string text) => IsMatch(text, ignoresCase: false);

    /// <summary>Whether a text fits, whatever the case of its letters: what is forbidden must not come in under a capital.</summary>
    public bool IsLooseMatch(string text) => IsMatch(text, ignoresCase: true);

    public override string ToString() => _pattern;

    /// <summary>Wildcard matching that goes back to the last star; where that is a single one and fails at a slash, to the last double one.</summary>
    private bool IsMatch(string text, bool ignoresCase)
    {
        var length = Math.Min(text.Length, MaxText);
        var (p, t) = (0, 0);
        var (single, singleAt) = (-1, 0);
        var (wide, wideAt) = (-1, 0);
        while (t < length || p < _pattern.Length)
        {
            if (p < _pattern.Length && _pattern[p] == '*')
            {
                if (p + 1 < _pattern.Length && _pattern[p + 1] == '*')
                {
                    (wide, wideAt, single) = (p += 2, t, -1);
                }
                else
                {
                    (single, singleAt) = (++p, t);
                }
            }
            else if (t < length && p < _pattern.Length && (_pattern[p] == '?' ? text[t] != '/' : IsSame(_pattern[p], text[t], ignoresCase)))
            {
                p++;
                t++;
            }
            else if (single >= 0 && singleAt < length && text[singleAt] != '/')
            {
                (p, t) = (single, ++singleAt);
            }
            else if (wide >= 0 && wideAt < length)
            {
                (p, t, single) = (wide, ++wideAt, -1);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSame(char a, char b, bool ignoresCase) => a == b || (ignoresCase && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));
}
