using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds a literal value under the name of a secret.</summary>
public sealed class LiteralSecret : ICheck
{
    public string Name => "literal-secret";

    public string Summary =>
        "A value under a secret's name (the entry's key, or the subject's name) that is a secret itself: no variable reference, no placeholder, and varied enough. Looks behind 'Bearer' and into ${NAME:-default}.";

    public ImmutableArray<CheckParameter> Parameters =>
        [new CheckParameter("anyName", "Whether the value counts whatever its name; false unless given.")];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode scalar } entry
            || !(input.Arguments.Flag("anyName", false) || SecretText.IsSecretName(entry.Key?.Value ?? input.Subject.Name.Raw)))
        {
            yield break;
        }

        var (start, length) = SecretText.Core(scalar.Value);
        if (SecretText.IsLiteralSecret(scalar.Value.AsSpan(start, length)))
        {
            yield return Hit.In(scalar, start, length, entry.Key) with { IsSecret = true };
        }
    }
}
