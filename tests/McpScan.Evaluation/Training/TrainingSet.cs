namespace McpScan.Evaluation.Training;

/// <summary>Sentences with their features by number.</summary>
internal sealed class TrainingSet
{
    private TrainingSet(string[] features, List<TrainingSentence> sentences, int tools) => (Features, Sentences, Tools) = (features, sentences, tools);

    /// <summary>The names of the features, in order.</summary>
    public string[] Features { get; }

    public List<TrainingSentence> Sentences { get; }

    /// <summary>How many malicious tools there are.</summary>
    public int Tools { get; }

    /// <param name="minCount">A feature in fewer sentences is left out.</param>
    /// <param name="tools">The sentences of each tool, by the names of their features.</param>
    public static TrainingSet Of(int minCount, IEnumerable<List<(Dictionary<string, double> Features, bool IsMalicious)>> tools)
    {
        var raw = new List<(Dictionary<string, double> Features, bool IsMalicious)>();
        var malicious = 0;
        foreach (var sentences in tools)
        {
            malicious += sentences.Exists(static s => s.IsMalicious) ? 1 : 0;
            raw.AddRange(sentences);
        }

        var counts = raw.SelectMany(static s => s.Features.Keys).CountBy(static f => f, StringComparer.Ordinal);
        string[] names = [.. counts.Where(c => c.Value >= minCount).Select(static c => c.Key).Order(StringComparer.Ordinal)];
        var index = names.Index().ToDictionary(static f => f.Item, static f => f.Index, StringComparer.Ordinal);
        return new TrainingSet(names, [.. raw.Select(s => new TrainingSentence(Numbered(s.Features, index), s.IsMalicious))], malicious);
    }

    private static (int, double)[] Numbered(Dictionary<string, double> features, Dictionary<string, int> index) =>
        [.. features.Where(f => index.ContainsKey(f.Key)).Select(f => (index[f.Key], f.Value)).Order()];
}
