namespace McpScan.Checks.Harm;

/// <summary>What follows the first word of an entry of the vocabulary; <c>~3</c> stands for up to three words that deny nothing, <c>a|b</c> for either word.</summary>
/// <param name="rest">Its words.</param>
/// <param name="choices">What <see cref="ChoicesOf"/> says of them; the phrases of an entry that begins with a choice share it.</param>
internal sealed class HarmPhrase(string[] rest, string[]?[]? choices)
{
    /// <summary>What a gap begins with.</summary>
    public const char Gap = '~';

    /// <summary>What parts the words of which any may stand at a place.</summary>
    public const char Or = '|';

    private const char AnyLetter = '\0';

    private readonly char _letter = rest.Length == 0 || rest[0][0] is Gap or '\'' || HasChoice(rest[0]) ? AnyLetter : rest[0][0];

    public string[] Rest { get; } = rest;

    /// <summary>The classes that the entry belongs to, as bits.</summary>
    public ClassSet Classes { get; set; }

    public bool HasGap { get; } = Array.Exists(rest, static word => word[0] == Gap);

    /// <summary>Whether the rest may begin with a word of this first letter; there are a hundred phrases behind <c>to</c>.</summary>
    public bool MayGoOn(char letter) => _letter == AnyLetter || _letter == letter;

    /// <summary>Where the phrase ends whose rest begins at a word: the word behind it, or -1 where it does not stand there.</summary>
    public int EndOf(string text, List<(int Start, int Length)> words, int at) => EndOf(text, words, at, 0);

    private int EndOf(string text, List<(int Start, int Length)> words, int at, int part)
    {
        for (; part < Rest.Length; part++, at++)
        {
            if (Rest[part][0] == Gap)
            {
                for (var skipped = Skippable(text, words, at, Rest[part][1] - '0'); skipped >= 0; skipped--)
                {
                    if (EndOf(text, words, at + skipped, part + 1) is var end and > 0)
                    {
                        return end;
                    }
                }

                return -1;
            }

            if (at >= words.Count || !Fits(text.AsSpan(words[at].Start, words[at].Length), part))
            {
                return -1;
            }
        }

        return at;
    }

    /// <summary>How many words a gap may pass over. <c>so that nobody gets the wrong dose</c> is not <c>so that … gets the wrong dose</c>.</summary>
    private static int Skippable(string text, List<(int Start, int Length)> words, int at, int most)
    {
        var skipped = 0;
        while (skipped < most && at + skipped < words.Count && !IsDenial(text.AsSpan(words[at + skipped].Start, words[at + skipped].Length)))
        {
            skipped++;
        }

        return skipped;
    }

    private bool Fits(ReadOnlySpan<char> word, int part)
    {
        foreach (var choice in choices?[part] ?? [])
        {
            if (word.SequenceEqual(choice))
            {
                return true;
            }
        }

        return choices?[part] is null && IsSame(word, Rest[part]);
    }

    /// <summary>The words that may stand at each place that leaves a choice, or null where none does: there are thousands of phrases, and most are one word.</summary>
    public static string[]?[]? ChoicesOf(string[] rest) => Array.Exists(rest, HasChoice) ? Array.ConvertAll(rest, static word => HasChoice(word) ? word.Split(Or) : null) : null;

    /// <summary>Whether an entry's word stands for several.</summary>
    public static bool HasChoice(string word) => word.Contains(Or, StringComparison.Ordinal);

    private static bool IsDenial(ReadOnlySpan<char> word) => word is "no" or "not" or "never" or "nobody" or "nothing" or "none" or "neither" or "without" or "cannot" or "can't" or "don't" or "doesn't";

    private static bool IsSame(ReadOnlySpan<char> word, string wanted) => word.SequenceEqual(wanted) || (HarmText.IsPossessive(word) && HarmText.IsPossessive(wanted));
}
