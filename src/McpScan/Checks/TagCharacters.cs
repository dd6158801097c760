using System.Collections.Immutable;
using System.Text;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Decodes the invisible alphabet U+E0000–U+E007F, which mirrors ASCII.</summary>
internal sealed class TagCharacters : ICheck
{
    private const int BlackFlag = 0x1F3F4;

    public string Name => "tag-characters";

    public string Summary => "Finds text in Unicode tag characters and decodes it; the flags of England, Scotland and the like are passed over.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public ImmutableArray<ImmutableArray<string>> Required(CheckArguments arguments) => [[RegexLiterals.Unusual]];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        // All tag characters share the high surrogate U+DB40.
        if (input.Entry is not { Node: ScalarNode scalar } entry || !scalar.Value.Contains('\uDB40', StringComparison.Ordinal))
        {
            yield break;
        }

        var decoded = new StringBuilder();
        var (start, end, previous) = (-1, 0, 0);
        var isFlag = false;
        var at = 0;
        foreach (var rune in scalar.Value.EnumerateRunes())
        {
            if (rune.Value is >= 0xE0000 and <= 0xE007F)
            {
                (start, isFlag) = start < 0 ? (at, previous == BlackFlag) : (start, isFlag);
                end = at + rune.Utf16SequenceLength;
                if (rune.Value is >= 0xE0020 and <= 0xE007E)
                {
                    decoded.Append((char)(rune.Value - 0xE0000));
                }
            }
            else if (Take() is { } hit)
            {
                yield return hit;
            }

            previous = rune.Value;
            at += rune.Utf16SequenceLength;
        }

        if (Take() is { } last)
        {
            yield return last;
        }

        Hit? Take()
        {
            var isPayload = start >= 0 && !(isFlag && decoded.Length <= 6);
            var hit = isPayload ? Hit.In(scalar, start, end - start, entry.Key) with { Decoded = decoded.Length > 0 ? decoded.ToString() : null } : null;
            start = -1;
            decoded.Clear();
            return hit;
        }
    }
}
