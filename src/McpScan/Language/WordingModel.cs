using System.Collections.Immutable;
using System.Globalization;
using McpScan.Syntax;

namespace McpScan.Language;

/// <summary>
/// A linear model of how sentences that steer a model are worded: the sum of the weights of a sentence's features, in log-odds. It was trained on texts of this project
/// (<c>tests/McpScan.Evaluation/Texts</c>) and is only ever one signal among others.
/// </summary>
/// <param name="entries">The entries of <c>catalogs/lists/wording.yaml</c>: <c>bias</c>, and <c>weights</c>, a line for each feature.</param>
public sealed class WordingModel(DataNode entries)
{
    private const int Shown = 4;

    private readonly double _bias = Number(entries["bias"]!);
    private readonly Dictionary<string, double> _weights = Weights(entries["weights"]!);

    /// <summary>How much more likely it is that the sentence steers the model than that it does not, in log-odds: above 0 more than even.</summary>
    public double Score(IEnumerable<string> features)
    {
        var score = _bias;
        foreach (var feature in features)
        {
            score += _weights.GetValueOrDefault(feature);
        }

        return score;
    }

    /// <summary>The words that weighed most for it, the weightiest first; facts are left out, as the other signals tell them.</summary>
    public ImmutableArray<string> Reasons(IEnumerable<string> features) =>
    [
        .. features.Where(f => f[0] != '#' && char.IsLetter(f[0]) && _weights.GetValueOrDefault(f) > 0)
            .OrderByDescending(_weights.GetValueOrDefault).ThenBy(static f => f, StringComparer.Ordinal)
            .Take(Shown).Select(static f => f.Replace('_', ' ')),
    ];

    /// <summary>Reads lines of a feature and its weight: one text of thousands of lines is read in a tenth of the time of as many members.</summary>
    private static Dictionary<string, double> Weights(DataNode node)
    {
        var text = ((ScalarNode)node).Value.AsSpan();
        var weights = new Dictionary<string, double>(text.Count('\n') + 1, StringComparer.Ordinal);
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            if (line.IndexOf(' ') is > 0 and var blank)
            {
                weights.Add(line[..blank].ToString(), double.Parse(line[(blank + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture));
            }
        }

        return weights;
    }

    private static double Number(DataNode node) => double.Parse(((ScalarNode)node).Value, CultureInfo.InvariantCulture);
}
