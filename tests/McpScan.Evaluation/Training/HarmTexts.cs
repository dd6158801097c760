using McpScan.Checks.Harm;
using McpScan.Checks.Prose;
using McpScan.Language;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Evaluation.Training;

/// <summary>What <c>catalogs/lists/harm-wording.yaml</c> is learnt from: the sentences at the start of what tools say of themselves, with the words of their names.</summary>
internal static class HarmTexts
{
    /// <summary>A feature in fewer sentences is left out.</summary>
    private const int MinCount = 3;

    /// <summary>How often an honest text counts that stands beside the harmful ones: these are the nearest to them, and few beside the other honest ones.</summary>
    private const int NearWeight = 4;

    /// <param name="folder">A folder of JSON lines, a server each; what offers harm is marked <c>[|…|]</c>, all other text is honest.</param>
    /// <param name="steering">The folder of <see cref="SteeringTexts"/>, whose unmarked tools are honest too.</param>
    public static TrainingSet Read(string folder, string steering)
    {
        var (harm, others) = (new MarkedTexts(), new MarkedTexts());
        harm.AddFolder(folder);
        others.AddFolder(steering);
        var texts = new Texts(Lists.BuiltIn);
        return TrainingSet.Of(MinCount, harm.Tools().SelectMany(item => Enumerable.Repeat(SentencesOf(item, IsMarked(harm, item.Tool)), IsMarked(harm, item.Tool) ? 1 : NearWeight))
            .Concat(others.Tools().Where(item => !IsMarked(others, item.Tool)).Select(item => SentencesOf(item, isHarm: false))));

        List<(Dictionary<string, double> Features, bool IsMalicious)> SentencesOf((Subject Tool, Server Server) item, bool isHarm)
        {
            var sentences = new List<(Dictionary<string, double> Features, bool IsMalicious)>();
            if (item.Tool.Definition["name"] is ScalarNode tool && item.Tool.Definition["description"] is ScalarNode description)
            {
                texts.Look(item.Tool, item.Server, []);
                var name = HarmWording.TextOf(tool.Value);
                sentences.AddRange(texts.Of(description).Layers.SelectMany(layer => HarmWording.SentencesOf(layer)
                    .Select(sentence => (HarmWording.FeaturesOf(name, sentence.Text).ToDictionary(static f => f, static _ => 1.0, StringComparer.Ordinal), isHarm))));
            }

            return sentences;
        }
    }

    private static bool IsMarked(MarkedTexts texts, Subject tool) => texts.MarksOf(tool).Any(mark => tool.Definition.Span.Start <= mark.Start && mark.End <= tool.Definition.Span.End);
}
