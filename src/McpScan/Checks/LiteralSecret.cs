using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds a literal value under the name of a secret.</summary>
public sealed class LiteralSecret : ICheck
{
    public string Name => "literal-secret";

    public string Summary =>
        "A value under a secret's name (the entry's key, or the subject's name) that is a secret itself: no variable reference, no placeholder, and varied enough. Under the name of a key of anything, such as BRAVE_KEY, it must look machine-made. Looks behind 'Bearer' and into ${NAME:-default}.";

    public ImmutableArray<CheckParameter> Parameters =>
        [new CheckParameter("anyName", "Whether the value counts whatever its name; false unless given.")];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode scalar } entry)
        {
            yield break;
        }

        var name = entry.Key?.Value ?? input.Subject.Name.Raw;
        var isNamed = input.Arguments.Flag("anyName", false) || SecretText.IsSecretName(name);
        if (!isNamed && !SecretText.IsKeyName(name))
        {
            yield break;
        }

        var (start, length) = SecretText.Core(scalar.Value);
        var value = scalar.Value.AsSpan(start, length);
        if (isNamed ? SecretText.IsLiteralSecret(value) : SecretText.IsMachineMade(value))
        {
            yield return Hit.In(scalar, start, length, entry.Key) with { IsSecret = true };
        }
    }
}
