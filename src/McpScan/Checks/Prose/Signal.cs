using System.Collections.Immutable;
using System.Globalization;
using McpScan.Language;

namespace McpScan.Checks.Prose;

/// <summary>A weak signal: what it asks of a statement, how much it weighs, and how findings call it.</summary>
public sealed record Signal(string Name, int Weight, FactTest Test)
{
    /// <summary>Reads <c>name (2): fact, a|b, !c</c>; what is wrong with it is given in <paramref name="problem"/>.</summary>
    public static Signal Parse(string text, out string? problem)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var head = colon < 0 ? text : text[..colon].Trim();
        var weight = 1;
        if (head.EndsWith(')') && head.LastIndexOf('(') is > 0 and var open && int.TryParse(head.AsSpan(open + 1, head.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var given))
        {
            (weight, head) = (given, head[..open].TrimEnd());
        }

        var test = FactTest.Parse(text[(colon + 1)..], out problem);
        problem = colon < 0 ? "A signal is written 'name: fact, a|b, !c'." : problem;
        return new Signal(head, weight, test);
    }
}
