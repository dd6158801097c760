using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds keys whose issuer gave them a shape that nothing else has.</summary>
public sealed class KnownSecret : ICheck
{
    private const int MaxText = 1 << 16;
    private const int MaxHits = 16;

    // A text that repeats a prefix makes each place cost a whole key's length.
    private const int MaxPlaces = 64;
    private SecretShape[]? _shapes;

    public string Name => "known-secret";

    public string Summary => "Keys and tokens whose shape names their issuer, by the prefixes in catalogs/lists/secret-shapes.yaml; placeholders are passed over. Gives {kind}.";

    public ImmutableArray<CheckParameter> Parameters =>
        [new CheckParameter("group", "Which shapes: key (the default), private-key or token; several may be given.")];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode { Value.Length: >= 12 } scalar } entry)
        {
            yield break;
        }

        var text = scalar.Value.Length > MaxText ? scalar.Value[..MaxText] : scalar.Value;
        var groups = input.Arguments.Texts("group");
        var found = 0;
        foreach (var shape in _shapes ??= SecretShape.ReadAll(input.Lists))
        {
            if (groups.Count == 0 ? shape.Group != "key" : !groups.Contains(shape.Group))
            {
                continue;
            }

            var at = text.IndexOf(shape.Prefix, StringComparison.Ordinal);
            for (var places = 0; at >= 0 && places < MaxPlaces && found < MaxHits; places++)
            {
                if (shape.Measure(text, at) is > 0 and var length)
                {
                    found++;
                    yield return Hit.In(scalar, at, length, entry.Key) with
                    {
                        IsSecret = true,
                        Values = ImmutableDictionary<string, string>.Empty.Add("kind", shape.Kind),
                    };
                }

                at = text.IndexOf(shape.Prefix, at + 1, StringComparison.Ordinal);
            }
        }
    }
}
