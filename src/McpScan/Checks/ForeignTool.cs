using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using McpScan.Checks.Prose;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Tells a server that puts its own tools in order from one that reaches for the tools of others.</summary>
internal sealed class ForeignTool : ICheck
{
    private const int MaxNames = 16;

    // A name as programs spell it; what follows an equals sign or a path separator is a value.
    private static readonly BoundedRegex Spelled = new(@"\b[A-Za-z][a-z0-9]*(?:_[A-Za-z0-9]+)+\b|\b[a-z]+[a-z0-9]*(?:[A-Z][a-z0-9]+)+\b");

    private static readonly BoundedRegex Before = new(
        "(?i)\\b(?:call(?:s|ing|ed|s to)?|call to|invok(?:e|es|ing)|runs?|running|us(?:e|es|ing)|execut(?:e|es|ing)|trigger(?:s|ing)?|and|or|when|whenever|before|after|until|unless|if|instead of|than|via|through|replaces?|replacement for|first|the)\\s(?:(?:the|to|also|first|legacy|system|built-?in|default|native|old|original|tool|function|every|each|any)\\s){0,3}[\"'`]?$");

    private static readonly BoundedRegex After = new("(?i)^[\"'`]?(?:\\(\\))?\\s(?:tools?|functions?|is|are|has|gets?)\\b");

    private static readonly ConditionalWeakTable<Server, HashSet<string>> Made = [];

    public string Name => "foreign-tool";

    public string Summary => "Finds sentences that answer the patterns of the check sentence and call a tool by a name that no tool or parameter of the same server has.";

    public ImmutableArray<CheckParameter> Parameters => SentenceQuestion.Parameters;

    public ImmutableArray<ImmutableArray<string>> Required(CheckArguments arguments) => SentenceQuestion.Required(arguments);

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode { Kind: ScalarKind.String } scalar } entry)
        {
            yield break;
        }

        HashSet<string>? own = null;
        foreach (var sentence in Sentences.Of(scalar.Value))
        {
            if (!HasName(sentence.Text) || SentenceQuestion.Find(sentence, input.Arguments) is not var (start, end))
            {
                continue;
            }

            foreach (var name in Spelled.Find(sentence.Text, MaxNames))
            {
                var text = sentence.Text.Substring(name.Start, name.Length);
                if (IsCalled(sentence.Text, name.Start, name.Start + name.Length) && !(own ??= Own(input)).Contains(ToolNames.Plain(text)))
                {
                    var (from, length) = sentence.Original(Math.Min(start, name.Start), Math.Max(end, name.Start + name.Length));
                    yield return Hit.In(scalar, from, length, entry.Key) with { Values = ImmutableDictionary<string, string>.Empty.Add("tool", text) };
                    break;
                }
            }
        }
    }

    /// <summary>Whether there is an underscore or an inner capital at all: most sentences end here.</summary>
    private static bool HasName(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '_' || (char.IsAsciiLetterUpper(text[i]) && char.IsAsciiLetterLower(text[i - 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCalled(string text, int start, int end) =>
        (end == text.Length || text[end] is not ('=' or '/' or ':' or '@' or '\\')) && (start == 0 || text[start - 1] is not ('/' or '.' or '$' or '=' or '@' or '-' or '{' or '<'))
        && (Before.IsMatch(text[..start]) || After.IsMatch(text[end..]));

    private static HashSet<string> Own(CheckInput input) => input.Server is { } server ? Made.GetValue(server, static s => Names(s.Subjects)) : Names([input.Subject]);

    /// <summary>What the server itself calls something: tools, parameters and their values.</summary>
    private static HashSet<string> Names(ImmutableArray<Subject> subjects)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var subject in subjects)
        {
            names.Add(ToolNames.Plain(subject.Name.Raw));
            foreach (var entry in subject.Entries)
            {
                if (entry.Key is { } key)
                {
                    names.Add(ToolNames.Plain(key.Value));
                }

                if (entry is { Node: ScalarNode { Value.Length: < 64 } value } && (ReferenceEquals(entry.Field, ToolFields.ParameterEnum) || ReferenceEquals(entry.Field, ToolFields.OutputText)))
                {
                    names.Add(ToolNames.Plain(value.Value));
                }
            }
        }

        return names;
    }
}
