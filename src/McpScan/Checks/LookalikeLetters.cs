using System.Collections.Immutable;
using System.Text;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds words in which letters of another script stand in for Latin ones.</summary>
internal sealed class LookalikeLetters : ICheck
{
    private const int MinWord = 3;

    // Cyrillic, Greek and Armenian letters that print like the Latin letter below them.
    private const string Foreign = "аАВсСеЕЅѕіІїјЈкКМНоОрРтТхХуУԁԛԜԝһҺҽΑΒΕΖΗΙΚΜΝΟΡΤΥΧοѵցոսօɡ";
    private const string Latin = "aABcCeESsiIijJkKMHoOpPtTxXyYdqWwhHeABEZHIKMNOPTYXovgnuog";

    public string Name => "lookalike-letters";

    public string Summary => "Finds words that mix Latin letters with letters of other scripts that look like Latin ones, and writes them in Latin.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public ImmutableArray<ImmutableArray<string>> Required(CheckArguments arguments) => [[RegexLiterals.Unusual]];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode scalar } entry || scalar.Value.AsSpan().IndexOfAnyExceptInRange('\0', '\u0100') < 0)
        {
            yield break;
        }

        var text = scalar.Value;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            if (end - start >= MinWord && Disguised(text.AsSpan(start, end - start)) is { } plain)
            {
                yield return Hit.In(scalar, start, end - start, entry.Key) with { Decoded = plain };
            }

            start = Math.Max(end, start + 1);
        }
    }

    /// <summary>The word in Latin letters where all others in it are lookalikes and both kinds occur; else null.</summary>
    private static string? Disguised(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        var (latin, foreign) = (0, 0);
        foreach (var c in word)
        {
            if (c <= '\u024F')
            {
                latin++;
                plain.Append(c);
            }
            else if (c is >= '\uFF21' and <= '\uFF5A')
            {
                foreign++;
                plain.Append((char)(c - 0xFEE0));
            }
            else if (Foreign.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at)
            {
                foreign++;
                plain.Append(Latin[at]);
            }
            else
            {
                return null;
            }
        }

        return latin > 0 && foreign > 0 ? plain.ToString() : null;
    }
}
