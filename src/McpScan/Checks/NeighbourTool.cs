using System.Collections.Immutable;
using McpScan.Checks.Prose;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds orders about the tools of another server that is installed beside this one.</summary>
internal sealed class NeighbourTool : ICheck
{
    public string Name => "neighbour-tool";

    public string Summary => "Finds sentences that answer the patterns of the check sentence and name a distinctive tool of another server installed together with this one.";

    public ImmutableArray<CheckParameter> Parameters => SentenceQuestion.Parameters;

    public ImmutableArray<ImmutableArray<string>> Required(CheckArguments arguments) => SentenceQuestion.Required(arguments);

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Together.Count < 2 || input is not { Server: { } server, Entry: { Node: ScalarNode { Kind: ScalarKind.String } scalar } entry })
        {
            yield break;
        }

        foreach (var sentence in Sentences.Of(scalar.Value))
        {
            if (SentenceQuestion.Find(sentence, input.Arguments) is var (start, end) && ToolMentions.Of(input.Together).Find(sentence.Text, server) is var (tool, owner, at))
            {
                var (from, length) = sentence.Original(Math.Min(start, at), Math.Max(end, at + tool.Name.Raw.Length));
                yield return Hit.In(scalar, from, length, entry.Key) with
                {
                    Related = [(tool.Location, "the tool that is named")],
                    Values = ImmutableDictionary<string, string>.Empty.Add("tool", tool.Name.Raw).Add("owner", owner.Name.Raw),
                };
            }
        }
    }
}
