using System.Collections.Immutable;
using McpScan.Checks.Harm;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>
/// Finds descriptions that are worded like offers of harm: a sentence at their start that, with the tool's name, a statistical model weighs heavily enough. The message may name the
/// words that weighed most, <c>{words}</c>.
/// </summary>
internal sealed class HarmfulWording : ICheck
{
    public string Name => "harmful-wording";

    public string Summary => "Finds a description one of whose first two sentences is, with the tool's name, worded like offers of harm, by a linear model of words; says which words weighed most.";

    public ImmutableArray<CheckParameter> Parameters { get; } = [new("atLeast", "The log-odds from which it fires; 0, which is as likely as not, where it is not given.", Kind: ArgumentKind.Number)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode text } entry || input.Subject.Definition["name"] is not ScalarNode tool)
        {
            yield break;
        }

        var atLeast = input.Arguments.Real("atLeast", 0);
        var name = HarmWording.TextOf(tool.Value);
        foreach (var layer in input.Texts.Of(text).Layers)
        {
            foreach (var (sentence, start, end) in HarmWording.SentencesOf(layer))
            {
                if (HarmWording.ScoreOf(name, sentence) >= atLeast)
                {
                    var (at, length) = layer.ToRaw(start, end - start);
                    yield return Hit.In(text, at, length, entry.Key) with
                    {
                        Decoded = layer.Encoding is null ? null : layer.Plain.Text,
                        Values = ImmutableDictionary<string, string>.Empty.Add("words", string.Join(", ", HarmWording.Reasons(name, sentence))),
                    };
                    yield break;
                }
            }
        }
    }
}
