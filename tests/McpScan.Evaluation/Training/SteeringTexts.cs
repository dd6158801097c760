using System.Collections.Immutable;
using McpScan.Checks.Prose;
using McpScan.Language;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Evaluation.Training;

/// <summary>What <c>catalogs/lists/wording.yaml</c> is learnt from: the sentences of all texts of tools, with those around them.</summary>
internal static class SteeringTexts
{
    /// <summary>A feature in fewer sentences is left out: it would be learnt by heart.</summary>
    private const int MinCount = 12;

    /// <param name="folder">A folder of JSON lines, a server each; what steers the model is marked <c>[|…|]</c>, all other text is innocent.</param>
    public static TrainingSet Read(string folder)
    {
        var marked = new MarkedTexts();
        marked.AddFolder(folder);
        foreach (var path in Directory.EnumerateFiles(folder, "*.jsonl"))
        {
            marked.Add("alone-" + Path.GetFileName(path), LoneAttacks.Of(File.ReadAllText(path)));
        }

        var texts = new Texts(Lists.BuiltIn);
        return TrainingSet.Of(MinCount, marked.Tools().Select(item =>
        {
            texts.Look(item.Tool, item.Server, []);
            return SentencesOf(item.Tool, texts, marked.MarksOf(item.Tool)).ToList();
        }));
    }

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
