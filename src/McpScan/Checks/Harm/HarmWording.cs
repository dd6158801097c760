using System.Collections.Immutable;
using McpScan.Language;
using McpScan.Rules;

namespace McpScan.Checks.Harm;

/// <summary>
/// How like offers of harm a tool describes itself: a linear model of the words of its name and of a sentence, in which the name is read as the beginning of the sentence, and as one before it.
/// Trained on texts of this project (<c>tests/McpScan.Evaluation/HarmTexts</c>, with the innocent ones of <c>Texts</c>).
/// </summary>
internal static class HarmWording
{
    /// <summary>Sentences of a text that are weighed: what a tool is for is said first, and each sentence more is a chance to err.</summary>
    private const int MaxSentences = 2;

    /// <summary>Words of a name that are weighed: a longer one would leave no room for the sentence behind it.</summary>
    private const int MaxNameWords = 12;

    /// <summary>Log-odds below which a sentence is worded as honest ones are.</summary>
    private const double Innocent = -4.5;

    private static readonly Lazy<WordingModel> Model = new(static () => new WordingModel(Lists.BuiltIn.Entries("harm-wording")!));

    /// <summary>The first words of a tool's name in lower case, with blanks between them.</summary>
    public static string TextOf(string name) => string.Join(' ', NameWords.Of(name).Take(MaxNameWords).Select(word => name.Substring(word.Start, word.Length).ToLowerInvariant()));

    /// <summary>The sentences of a layer that are weighed, each in lower case and with its place in the layer.</summary>
    public static IEnumerable<(string Text, int Start, int End)> SentencesOf(TextLayer layer) =>
        HarmText.SentencesOf(layer).Take(MaxSentences).Select(sentence => (layer.Plain.Folded[sentence.Extent.Start..sentence.Extent.End], sentence.Extent.Start, sentence.Extent.End));

    /// <summary>How much more likely it is that a sentence offers harm than that it does not, in log-odds: above 0 more than even.</summary>
    /// <param name="name">The name, see <see cref="TextOf"/>.</param>
    /// <param name="sentence">The sentence in lower case.</param>
    public static double ScoreOf(string name, string sentence) => Model.Value.Bias + Model.Value.Read(name).Next + Model.Value.Read(Whole(name, sentence)).Own;

    /// <summary>
    /// Whether a sentence is worded as honest ones are, so that words of harm that meet in it were probably misread; never said of one too short or too long for the model. The name has no say: an innocent
    /// one is easily given.
    /// </summary>
    public static bool IsInnocent(string sentence) => WordingModel.MayBeInnocent(sentence) && ScoreOf("", sentence) < Innocent;

    /// <summary>The words of name and sentence that weighed most for harm, the weightiest first.</summary>
    public static ImmutableArray<string> Reasons(string name, string sentence) => Model.Value.Reasons(Whole(name, sentence));

    /// <summary>The names of the features that are weighed.</summary>
    public static IEnumerable<string> FeaturesOf(string name, string sentence) =>
        WordingFeatures.OfWords(name).Keys.Select(static feature => WordingWeights.Before + feature).Concat(WordingFeatures.OfWords(Whole(name, sentence)).Keys);

    private static string Whole(string name, string sentence) => $"{name} {sentence}";
}
