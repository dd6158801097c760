using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>
/// Finds a regular expression in which an unbounded quantifier stands on a group that holds nothing but an unbounded atom:
/// <c>(a+)+</c>, <c>([a-z]*)*</c>, <c>(?:\d+|x)*</c>. Engines that backtrack need time exponential in the input there.
/// </summary>
public sealed class BacktrackingPattern : ICheck
{
    private const int MaxLength = 4096;

    public string Name => "backtracking-pattern";

    public string Summary => "Finds a regular expression that can backtrack without bound: an unbounded quantifier on a group whose only content is itself unbounded.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry?.Node is ScalarNode pattern && Find(pattern.Value) is { } found)
        {
            yield return Hit.In(pattern, found.Start, found.Length, input.Entry.Key);
        }
    }

    /// <summary>The first dangerous group with its quantifier, or null.</summary>
    internal static (int Start, int Length)? Find(string pattern)
    {
        if (pattern.Length > MaxLength)
        {
            return null;
        }

        var open = new Stack<Group>();
        var current = new Group(0);
        for (var i = 0; i < pattern.Length;)
        {
            var c = pattern[i];
            if (c == '(')
            {
                open.Push(current);
                current = new Group(i);
                i = SkipGroupHead(pattern, i + 1);
            }
            else if (c == ')' && open.Count > 0)
            {
                var (isUnbounded, next) = Quantifier(pattern, i + 1);
                if (isUnbounded && current.IsDangerous)
                {
                    return (current.Start, next - current.Start);
                }

                // An unbounded group is, to the group around it, an unbounded atom.
                var isLoop = isUnbounded || current.IsDangerous;
                current = open.Pop();
                current.Add(isLoop);
                i = next;
            }
            else if (c == '|')
            {
                current.StartBranch();
                i++;
            }
            else
            {
                var end = c is '^' or '$' ? i + 1 : AtomEnd(pattern, i);
                var (isUnbounded, next) = Quantifier(pattern, end);
                if (c is not ('^' or '$'))
                {
                    current.Add(isUnbounded);
                }

                i = next;
            }
        }

        return null;
    }

    private static int SkipGroupHead(string pattern, int i)
    {
        if (i >= pattern.Length || pattern[i] != '?')
        {
            return i;
        }

        var isNamed = i + 2 < pattern.Length && (pattern[i + 1] == 'P' || (pattern[i + 1] == '<' && pattern[i + 2] is not ('=' or '!')));
        var close = isNamed ? pattern.IndexOf('>', i) : -1;
        return close > 0 ? close + 1
            : i + 1 < pattern.Length && pattern[i + 1] == '<' ? Math.Min(i + 3, pattern.Length)
            : Math.Min(i + 2, pattern.Length);
    }

    private static int AtomEnd(string pattern, int i)
    {
        if (pattern[i] == '\\')
        {
            return Math.Min(i + 2, pattern.Length);
        }

        if (pattern[i] != '[')
        {
            return i + 1;
        }

        var end = i + 1;
        while (end < pattern.Length && (pattern[end] != ']' || end == i + 1))
        {
            end += pattern[end] == '\\' ? 2 : 1;
        }

        return Math.Min(end + 1, pattern.Length);
    }

    private static (bool IsUnbounded, int Next) Quantifier(string pattern, int i)
    {
        if (i >= pattern.Length)
        {
            return (false, i);
        }

        var next = i;
        var isUnbounded = pattern[i] is '*' or '+';
        if (isUnbounded || pattern[i] == '?')
        {
            next = i + 1;
        }
        else if (pattern[i] == '{' && pattern.IndexOf('}', i) is > 0 and var close)
        {
            isUnbounded = pattern[close - 1] == ',';
            next = close + 1;
        }

        return (isUnbounded, next > i && next < pattern.Length && pattern[next] is '?' or '+' ? next + 1 : next);
    }

    /// <summary>What stands between two parentheses so far.</summary>
    private sealed class Group(int start)
    {
        private bool _isDangerous;
        private int _atoms;
        private bool _isLoopOnly;

        public int Start { get; } = start;

        /// <summary>Whether some branch is nothing but one unbounded atom, so that repeating it can divide a text in exponentially many ways.</summary>
        public bool IsDangerous => _isDangerous || _isLoopOnly;

        public void Add(bool isUnbounded)
        {
            _atoms++;
            _isLoopOnly = _atoms == 1 && isUnbounded;
        }

        public void StartBranch()
        {
            _isDangerous |= _isLoopOnly;
            _atoms = 0;
            _isLoopOnly = false;
        }
    }
}
