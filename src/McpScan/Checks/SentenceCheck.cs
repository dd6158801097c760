using System.Collections.Immutable;
using McpScan.Checks.Prose;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Asks one sentence at a time, so that what stands together also belongs together.</summary>
internal sealed class SentenceCheck : ICheck
{
    public string Name => "sentence";

    public string Summary => "Finds sentences in which several patterns meet, told apart from quotations, reports and negations.";

    public ImmutableArray<CheckParameter> Parameters => SentenceQuestion.Parameters;

    public ImmutableArray<ImmutableArray<string>> Required(CheckArguments arguments) => SentenceQuestion.Required(arguments);

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode { Kind: ScalarKind.String } scalar } entry)
        {
            yield break;
        }

        foreach (var sentence in Sentences.Of(scalar.Value))
        {
            if (SentenceQuestion.Find(sentence, input.Arguments) is var (start, end))
            {
                var (from, length) = sentence.Original(start, end);
                yield return Hit.In(scalar, from, length, entry.Key);
            }
        }
    }
}
