namespace McpScan.Language.Decoding;

/// <summary>What a text is made of, told in one pass, so that most texts are spared the decoders that look at every character.</summary>
/// <param name="LongestRun">The longest stretch of letters, digits and the other signs of Base64.</param>
/// <param name="Pairs">The most words of two characters in a row.</param>
/// <param name="Singles">The most words of one character in a row.</param>
internal readonly record struct RunProfile(int LongestRun, int Pairs, int Singles)
{
    public static RunProfile Of(string text)
    {
        var (longest, run, word, pairs, mostPairs, singles, mostSingles) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                run++;
                word++;
                continue;
            }

            if (word > 0)
            {
                pairs = word is 2 or 4 ? pairs + 1 : 0;
                singles = word == 1 ? singles + 1 : 0;
                (mostPairs, mostSingles) = (Math.Max(mostPairs, pairs), Math.Max(mostSingles, singles));
                word = 0;
            }

            if (c is '+' or '/' or '_' or '-')
            {
                run++;
            }
            else
            {
                longest = Math.Max(longest, run);
                run = 0;
            }
        }

        return new RunProfile(Math.Max(longest, run), Math.Max(mostPairs, word is 2 or 4 ? pairs + 1 : 0), Math.Max(mostSingles, word == 1 ? singles + 1 : 0));
    }
}
