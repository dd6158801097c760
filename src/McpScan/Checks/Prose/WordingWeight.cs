using System.Globalization;
using McpScan.Language;
using McpScan.Rules;

namespace McpScan.Checks.Prose;

/// <summary>What a wording weighs beside other signals.</summary>
/// <param name="AtLeast">The log-odds from which it weighs so much, see <see cref="SignalReading.ScoreOf"/>.</param>
/// <param name="Weight">The weight.</param>
public sealed record WordingWeight(double AtLeast, int Weight)
{
    private static readonly Lazy<WordingModel> Model = new(static () => new WordingModel(Lists.BuiltIn.Entries("wording")!));

    /// <summary>The model of the built-in list, read when it is first asked for.</summary>
    public static WordingModel BuiltIn => Model.Value;

    /// <summary>Reads <c>1.5: 4</c>; what is wrong with it is given in <paramref name="problem"/>.</summary>
    public static WordingWeight Parse(string text, out string? problem)
    {
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        var (atLeast, weight) = (0.0, 0);
        problem = parts.Length == 2 && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out atLeast)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out weight)
            ? null : "What a wording weighs is written 'log-odds: weight', such as '1.5: 4'.";
        return new WordingWeight(atLeast, weight);
    }
}
