using System.Text;

namespace McpScan.Language.Decoding;

/// <summary>Closes up words whose letters are set apart: <c>i g n o r e</c>, <c>i.g.n.o.r.e</c>.</summary>
internal sealed class SpacedDecoder : IDecoder
{
    private const int MinLetters = 8;

    public string Name => "letters set apart";

    public bool MayFind(RunProfile profile) => profile.Singles >= MinLetters;

    public IEnumerable<Decoded> Find(string text)
    {
        for (var i = 0; i + 2 < text.Length;)
        {
            if (!IsSingle(text, i))
            {
                i++;
                continue;
            }

            var closed = new StringBuilder();
            var (at, end, letters) = (i, i, 0);
            while (at < text.Length && IsSingle(text, at))
            {
                closed.Append(text[at]);
                letters++;
                end = ++at;
                while (at < text.Length && at < end + 3 && IsGap(text[at]))
                {
                    at++;
                }

                // One separator closes up, a wider gap parts words.
                if (at > end + 1)
                {
                    closed.Append(' ');
                }
            }

            if (letters >= MinLetters)
            {
                yield return new Decoded(i, end - i, closed.ToString().TrimEnd());
            }

            i = end;
        }
    }

    /// <summary>Whether a letter stands alone, with a gap or the end on either side.</summary>
    private static bool IsSingle(string text, int at) =>
        char.IsAsciiLetter(text[at]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + 1 == text.Length || IsGap(text[at + 1]) || !char.IsLetterOrDigit(text[at + 1]));

    private static bool IsGap(char c) => c is ' ' or '.' or '_' or '-' or '*' or '|';
}
