using System.Collections.Immutable;
using System.Globalization;
using McpScan.Syntax;

namespace McpScan.Language;

/// <summary>
/// A linear model of how sentences that steer a model are worded: the sum of the weights of a sentence's features, in log-odds. It was trained on texts of this project
/// (<c>tests/McpScan.Evaluation/Texts</c>) and is only ever one signal among others.
/// </summary>
/// <param name="entries">The entries of <c>catalogs/lists/wording.yaml</c>: <c>bias</c>, and <c>weights</c>, see <see cref="WordingWeights"/>.</param>
public sealed class WordingModel(DataNode entries)
{
    private const int Shown = 4;

    /// <summary>Letters of a sentence with words enough to be called innocent, and of the longest that may be.</summary>
    private const int ShortestInnocent = 48;
    private const int LongestInnocent = 300;

    private readonly WordingWeights _weights = new(((ScalarNode)entries["weights"]!).Value);

    /// <summary>The log-odds of a sentence of which nothing is known.</summary>
    public double Bias { get; } = Number(entries["bias"]!);

    /// <summary>Whether a sentence in lower case is neither too short nor too long to be called innocent for its wording, and read to its end.</summary>
    public static bool MayBeInnocent(ReadOnlySpan<char> sentence) => sentence.Length is >= ShortestInnocent and <= LongestInnocent && WordingFeatures.IsReadWhole(sentence);

    /// <summary>What a sentence of a layer says of itself and of those around it.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="first">The index of the sentence's first statement.</param>
    /// <param name="place">The facts of the place where the text stands.</param>
    public Wording Read(TextLayer layer, int first, FactSet place)
    {
        var score = new WordingScore(_weights, stackalloc int[WordingScore.WordRoom], stackalloc ulong[WordingScore.PairRoom]);
        WordingFeatures.Add(layer, first, place, ref score);
        return score.Sum;
    }

    /// <summary>What the words of a text in lower case say of it and of what stands beside it.</summary>
    internal Wording Read(ReadOnlySpan<char> text)
    {
        var score = new WordingScore(_weights, stackalloc int[WordingScore.WordRoom], []);
        WordingFeatures.AddWords(text, 0, ref score);
        return score.Sum;
    }

    /// <summary>The words that weighed most for a sentence of a layer, the weightiest first; facts are left out, as the other signals tell them.</summary>
    public ImmutableArray<string> Reasons(TextLayer layer, int first, FactSet place) => Reasons(WordingFeatures.Of(layer, first, place));

    /// <summary>The words of a text in lower case that weighed most for it, the weightiest first.</summary>
    internal ImmutableArray<string> Reasons(ReadOnlySpan<char> text) => Reasons(WordingFeatures.OfWords(text));

    private ImmutableArray<string> Reasons(IReadOnlyDictionary<string, string> features) =>
    [
        .. features.Where(static f => f.Value.Length > 0 && char.IsLetter(f.Value[0])).Select(f => (Words: f.Value, Weight: _weights.OwnOf(f.Key)))
            .Where(static f => f.Weight > 0).OrderByDescending(static f => f.Weight).ThenBy(static f => f.Words, StringComparer.Ordinal).Select(static f => f.Words).Distinct().Take(Shown),
    ];

    private static double Number(DataNode node) => double.Parse(((ScalarNode)node).Value, CultureInfo.InvariantCulture);
}
