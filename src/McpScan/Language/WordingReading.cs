namespace McpScan.Language;

/// <summary>How the sentences of a layer are worded, each read when it is first asked for.</summary>
/// <param name="model">The model that weighs them.</param>
/// <param name="layer">The layer.</param>
/// <param name="place">The facts of the place where the text stands.</param>
public sealed class WordingReading(WordingModel model, TextLayer layer, FactSet place)
{
    /// <summary>How many sentences to each side lend to a sentence what they say.</summary>
    public const int Reach = 2;

    private readonly int[] _firsts = [.. layer.Sentences()];
    private Wording?[]? _read;

    /// <summary>How much more likely it is that a sentence steers the model than that it does not, in log-odds: above 0 more than even.</summary>
    /// <param name="first">The index of the sentence's first statement.</param>
    public double ScoreOf(int first)
    {
        var at = Array.BinarySearch(_firsts, first);
        var score = model.Bias + Read(at).Own;
        for (var away = 1; away <= Reach; away++)
        {
            score += (Read(at - away).Next + Read(at + away).Previous) / away;
        }

        return score;
    }

    /// <summary>What a sentence says; nothing where there is none.</summary>
    private Wording Read(int at)
    {
        if (at < 0 || at >= _firsts.Length)
        {
            return default;
        }

        _read ??= new Wording?[_firsts.Length];
        return _read[at] ??= model.Read(layer, _firsts[at], place);
    }
}
