using System.Collections.Immutable;
using McpScan.Checks.Harm;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>
/// Finds sentences that offer harm at the start of a text: an act with what it is done to, by the patterns of a set of <c>catalogs/lists/harm.yaml</c>, where no word of defence, search or denial
/// turns the sentence around. So <c>installs a keylogger</c> is found and <c>detects programs that install a keylogger</c> is not.
/// </summary>
internal sealed class HarmfulAct : ICheck
{
    public string Name => "harmful-act";

    public string Summary => "Finds an act of harm with what it is done to in the first four sentences of a text, told by the words around it from text that detects, looks for, prevents or denies the same.";

    public ImmutableArray<CheckParameter> Parameters { get; } = [new("of", "The set of catalogs/lists/harm.yaml.", IsRequired: true, Kind: ArgumentKind.HarmSet)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode text } entry)
        {
            yield break;
        }

        var patterns = HarmVocabulary.BuiltIn.Set(input.Arguments.Text("of", ""));
        foreach (var layer in input.Texts.Of(text).Layers)
        {
            if (HarmText.Find(layer, patterns) is var (start, end))
            {
                var (at, length) = layer.ToRaw(start, end - start);
                yield return Hit.In(text, at, length, entry.Key) with { Decoded = layer.Encoding is null ? null : layer.Plain.Text };
                yield break;
            }
        }
    }
}
