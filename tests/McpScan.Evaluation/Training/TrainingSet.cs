using System.Collections.Immutable;
using System.Text;
using McpScan.Checks.Prose;
using McpScan.Discovery;
using McpScan.Language;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Evaluation.Training;

/// <summary>Sentences of a folder of servers, read as an audit reads them.</summary>
internal sealed class TrainingSet
{
    /// <summary>A feature in fewer sentences is left out: it would be learnt by heart.</summary>
    private const int MinCount = 8;

    private TrainingSet(string[] features, List<TrainingSentence> sentences, int tools) => (Features, Sentences, Tools) = (features, sentences, tools);

    /// <summary>The names of the features, in order.</summary>
    public string[] Features { get; }

    public List<TrainingSentence> Sentences { get; }

    /// <summary>How many malicious tools there are.</summary>
    public int Tools { get; }

    /// <param name="folder">A folder of JSON lines, a server each; what is malicious in them is marked <c>[|…|]</c>, all other text is innocent.</param>
    public static TrainingSet Read(string folder)
    {
        var marks = new Dictionary<string, ImmutableArray<TextSpan>>(StringComparer.Ordinal);
        var files = new List<InputFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.jsonl"))
        {
            var lines = File.ReadAllText(path);
            Add(Path.GetFileName(path), lines);
            Add("alone-" + Path.GetFileName(path), LoneAttacks.Of(lines));
        }

        var raw = new List<(Dictionary<string, double> Features, bool IsMalicious)>();
        var texts = new Texts(Lists.BuiltIn);
        var tools = 0;
        foreach (var server in InventoryBuilder.Build(files, new InventoryOptions()).Servers)
        {
            foreach (var tool in server.Tools)
            {
                texts.Look(tool, server, []);
                var sentences = SentencesOf(tool, texts, marks[tool.Definition.Source.Path]).ToList();
                tools += sentences.Any(s => s.IsMalicious) ? 1 : 0;
                raw.AddRange(sentences);
            }
        }

        var counts = raw.SelectMany(s => s.Features.Keys).CountBy(f => f, StringComparer.Ordinal);
        string[] names = [.. counts.Where(c => c.Value >= MinCount).Select(c => c.Key).Order(StringComparer.Ordinal)];
        var index = names.Index().ToDictionary(f => f.Item, f => f.Index, StringComparer.Ordinal);
        return new TrainingSet(names, [.. raw.Select(s => new TrainingSentence(Numbered(s.Features, index), s.IsMalicious))], tools);

        void Add(string name, string lines)
        {
            var (text, spans) = RuleExamples.Strip(lines);
            files.Add(InputFile.FromBytes(name, Encoding.UTF8.GetBytes(text)));
            marks.Add(name, spans);
        }
    }

    private static (int, double)[] Numbered(Dictionary<string, double> features, Dictionary<string, int> index) =>
        [.. features.Where(f => index.ContainsKey(f.Key)).Select(f => (index[f.Key], f.Value)).Order()];

    private static IEnumerable<(Dictionary<string, double> Features, bool IsMalicious)> SentencesOf(Subject tool, Texts texts, ImmutableArray<TextSpan> marks)
    {
        foreach (var entry in tool.Entries)
        {
            if (entry is not { Field.IsText: true, Node: ScalarNode scalar })
            {
                continue;
            }

            foreach (var layer in texts.Of(scalar).Layers)
            {
                int[] firsts = [.. layer.Sentences()];
                var names = Array.ConvertAll(firsts, first => WordingFeatures.Of(layer, first, StatementQuestion.PlaceOf(entry.Field)));
                for (var i = 0; i < firsts.Length; i++)
                {
                    var span = StatementQuestion.HitOf(entry, scalar, layer, layer.Statements[firsts[i]]).Span;
                    yield return (WithNeighbours(names, i), marks.Any(m => m.Start < span.End && span.Start < m.End));
                }
            }
        }
    }

    /// <summary>The features of a sentence, and the words and facts of those around it, which count the less the farther they stand away.</summary>
    private static Dictionary<string, double> WithNeighbours(IReadOnlyDictionary<string, string>[] sentences, int at)
    {
        var features = sentences[at].Keys.ToDictionary(f => f, _ => 1.0, StringComparer.Ordinal);
        for (var away = 1; away <= WordingReading.Reach; away++)
        {
            Lend(at - away, WordingWeights.Before, 1.0 / away);
            Lend(at + away, WordingWeights.Behind, 1.0 / away);
        }

        return features;

        void Lend(int from, char mark, double value)
        {
            foreach (var name in from >= 0 && from < sentences.Length ? sentences[from].Keys.Where(WordingFeatures.IsSingle) : [])
            {
                features[mark + name] = features.GetValueOrDefault(mark + name) + value;
            }
        }
    }
}
