using McpScan.Checks.Prose;
using McpScan.Discovery;
using McpScan.Language;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Evaluation.Training;

/// <summary>Sentences of a folder of labelled servers, read as an audit reads them.</summary>
internal sealed class TrainingSet
{
    /// <summary>A feature in fewer sentences is left out: it would be learnt by heart.</summary>
    private const int MinCount = 3;

    private TrainingSet(string[] features, List<TrainingSentence> sentences, int tools) => (Features, Sentences, Tools) = (features, sentences, tools);

    /// <summary>The names of the features, in order.</summary>
    public string[] Features { get; }

    public List<TrainingSentence> Sentences { get; }

    /// <summary>How many malicious tools there are.</summary>
    public int Tools { get; }

    /// <param name="folder">A folder of JSON lines, a server each, with <c>labels.csv</c> that names the malicious tools; all others are innocent.</param>
    public static TrainingSet Read(string folder)
    {
        var malicious = Labels.Read(File.ReadAllText(Path.Combine(folder, "labels.csv"))).Where(l => l.IsMalicious).Select(l => (l.Case, l.Tool)).ToHashSet();
        var raw = new List<(HashSet<string> Features, int Tool)>();
        var texts = new Texts(Lists.BuiltIn);
        var tools = 0;
        foreach (var server in InventoryBuilder.Build([folder], new InventoryOptions { CurrentDirectory = folder }).Servers)
        {
            foreach (var tool in server.Tools)
            {
                texts.Look(tool, server, []);
                var number = malicious.Contains((server.Name.Raw, tool.Name.Raw)) ? tools++ : -1;
                raw.AddRange(SentencesOf(tool, texts).Select(features => (features, number)));
            }
        }

        var counts = raw.SelectMany(s => s.Features).CountBy(f => f, StringComparer.Ordinal);
        string[] names = [.. counts.Where(c => c.Value >= MinCount).Select(c => c.Key).Order(StringComparer.Ordinal)];
        var index = names.Index().ToDictionary(f => f.Item, f => f.Index, StringComparer.Ordinal);
        return new TrainingSet(names, [.. raw.Select(s => new TrainingSentence([.. s.Features.Where(index.ContainsKey).Select(f => index[f]).Order()], s.Tool))], tools);
    }

    private static IEnumerable<HashSet<string>> SentencesOf(Subject tool, Texts texts)
    {
        foreach (var entry in tool.Entries)
        {
            if (entry is not { Field.IsText: true, Node: ScalarNode scalar })
            {
                continue;
            }

            foreach (var layer in texts.Of(scalar).Layers)
            {
                for (var first = 0; first < layer.Statements.Count; first = layer.EndOfSentence(first))
                {
                    yield return WordingFeatures.Of(layer, first, StatementQuestion.PlaceOf(entry.Field));
                }
            }
        }
    }
}
