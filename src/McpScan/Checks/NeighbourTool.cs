using System.Collections.Immutable;
using McpScan.Checks.Prose;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds orders about the tools of another server that is installed beside this one.</summary>
internal sealed class NeighbourTool : ICheck
{
    private const int MinLength = 6;

    public string Name => "neighbour-tool";

    public string Summary => "Finds sentences that answer the patterns of the check sentence and name a distinctive tool of another server installed together with this one.";

    public ImmutableArray<CheckParameter> Parameters => SentenceQuestion.Parameters;

    public ImmutableArray<ImmutableArray<string>> Required(CheckArguments arguments) => SentenceQuestion.Required(arguments);

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Together.Count == 0 || input is not { Server: { } server, Entry: { Node: ScalarNode { Kind: ScalarKind.String } scalar } entry })
        {
            yield break;
        }

        foreach (var sentence in Sentences.Of(scalar.Value))
        {
            if (SentenceQuestion.Find(sentence, input.Arguments) is var (start, end) && Named(sentence.Text, server, input.Together) is var (tool, owner, at))
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

    private static (Subject Tool, Server Owner, int At)? Named(string text, Server server, IReadOnlyList<Server> together)
    {
        foreach (var neighbour in together)
        {
            foreach (var tool in neighbour.Subjects)
            {
                if (tool.Kind == SubjectKind.Tool && IsDistinctive(tool.Name.Raw) && Find(text, tool.Name.Raw) is var at && at >= 0 && !Has(server, tool.Name.Raw))
                {
                    return (tool, neighbour, at);
                }
            }
        }

        return null;
    }

    /// <summary>A single word such as <c>search</c> may be said by anybody; a compound is a name.</summary>
    private static bool IsDistinctive(string name) =>
        name.Length >= MinLength && (name.AsSpan().IndexOfAny('_', '-') > 0 || name.AsSpan(1).IndexOfAnyInRange('A', 'Z') >= 0);

    private static int Find(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsWord(text[at - 1])) && (end == text.Length || !IsWord(text[end])))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';

    private static bool Has(Server server, string name)
    {
        foreach (var subject in server.Subjects)
        {
            if (subject.Kind == SubjectKind.Tool && subject.Name.Raw == name)
            {
                return true;
            }
        }

        return false;
    }
}
