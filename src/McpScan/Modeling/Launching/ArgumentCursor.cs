using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Modeling.Launching;

/// <summary>A place in the words of a command line.</summary>
internal sealed class ArgumentCursor(ImmutableArray<ScalarNode> words)
{
    private int _next;

    public ScalarNode? Peek => _next < words.Length ? words[_next] : null;

    public ScalarNode? TakeOrNull() => _next < words.Length ? words[_next++] : null;

    /// <summary>Takes the next word if it is this one.</summary>
    public bool TryTake(string text)
    {
        if (Peek?.Value != text)
        {
            return false;
        }

        _next++;
        return true;
    }

    /// <summary>The words that are left; none is taken.</summary>
    public ImmutableArray<ScalarNode> Rest() => words[_next..];

    /// <summary>Goes on behind the next word that is this one; stays where there is none.</summary>
    public bool SkipBehind(string text)
    {
        for (var i = _next; i < words.Length; i++)
        {
            if (words[i].Value == text)
            {
                _next = i + 1;
                return true;
            }
        }

        return false;
    }
}
