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

    private readonly double _bias = Number(entries["bias"]!);
    private readonly WordingWeights _weights = new(((ScalarNode)entries["weights"]!).Value);

    /// <summary>How much more likely it is that a sentence steers the model than that it does not, in log-odds: above 0 more than even.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="first">The index of the sentence's first statement.</param>
    /// <param name="place">The facts of the place where the text stands.</param>
    public double Score(TextLayer layer, int first, FactSet place)
    {
        Span<ulong> pairs = stackalloc ulong[WordingScore.PairRoom];
        pairs.Clear();
        var score = new WordingScore(_weights, stackalloc int[WordingScore.WordRoom], pairs);
        WordingFeatures.Add(layer, first, place, ref score);
        return _bias + score.Sum;
    }

    /// <summary>The words that weighed most for it, the weightiest first; facts are left out, as the other signals tell them.</summary>
    public ImmutableArray<string> Reasons(TextLayer layer, int first, FactSet place) =>
    [
        .. WordingFeatures.Of(layer, first, place).Where(static f => char.IsLetter(f[0])).Select(f => (Name: f, _weights.Find(f).Weight)).Where(static f => f.Weight > 0)
            .OrderByDescending(static f => f.Weight).ThenBy(static f => f.Name, StringComparer.Ordinal)
            .Take(Shown).Select(static f => f.Name.Replace('_', ' ')),
    ];

    private static double Number(DataNode node) => double.Parse(((ScalarNode)node).Value, CultureInfo.InvariantCulture);
}
