using System.Diagnostics.CodeAnalysis;
using McpScan.Syntax;

namespace McpScan.Modeling.Launching;

/// <summary>How single-dash words are written.</summary>
internal enum DashStyle
{
    /// <summary><c>-it</c> is <c>-i -t</c>, and <c>-v/a:/b</c> is <c>-v /a:/b</c>.</summary>
    Clustered,

    /// <summary><c>-cp</c> is one option.</summary>
    Whole,
}

/// <summary>Reads the options of a program up to its first positional word or <c>--</c>.</summary>
/// <param name="words">The words; left at the first that is no option.</param>
/// <param name="takesValue">Whether an option takes the next word as its value unless it has one behind <c>=</c>.</param>
/// <param name="style">How single-dash words are written.</param>
internal sealed class OptionReader(ArgumentCursor words, Func<string, bool> takesValue, DashStyle style = DashStyle.Clustered)
{
    private ScalarNode? _cluster;
    private int _offset;

    /// <summary>The next option with its value; false at the first positional word, behind <c>--</c> and at the end.</summary>
    public bool TryRead([NotNullWhen(true)] out ScalarNode? name, out ScalarNode? value)
    {
        name = value = null;
        if (_cluster is { } cluster)
        {
            return ReadCluster(cluster, out name, out value);
        }

        if (words.Peek is not { Value: ['-', _, ..] text } word || words.TryTake("--"))
        {
            return false;
        }

        words.TakeOrNull();
        if (style == DashStyle.Clustered && text[1] != '-')
        {
            (_cluster, _offset) = (word, 1);
            return ReadCluster(word, out name, out value);
        }

        var equals = text.IndexOf('=', StringComparison.Ordinal);
        name = equals > 0 ? word.Slice(0, equals) : word;
        value = equals > 0 ? word.Slice(equals + 1, text.Length - equals - 1) : takesValue(text) ? words.TakeOrNull() : null;
        return true;
    }

    private bool ReadCluster(ScalarNode word, [NotNullWhen(true)] out ScalarNode? name, out ScalarNode? value)
    {
        var text = word.Value;
        name = _offset == 1 ? word.Slice(0, 2) : DerivedScalar.At(word.Slice(_offset, 1), "-" + text[_offset]);
        value = null;
        _offset++;
        var rest = _offset < text.Length && text[_offset] == '=' ? _offset + 1 : _offset;
        if (rest > _offset || takesValue(name.Value))
        {
            value = rest < text.Length ? word.Slice(rest, text.Length - rest) : words.TakeOrNull();
            _cluster = null;
        }
        else if (_offset == text.Length)
        {
            _cluster = null;
        }

        return true;
    }
}
