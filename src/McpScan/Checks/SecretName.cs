using System.Collections.Immutable;

namespace McpScan.Checks;

/// <summary>Finds names that say that their value is a secret.</summary>
public sealed class SecretName : ICheck
{
    public string Name => "secret-name";

    public string Summary => "The value is the name of a secret: a token, password, API key or the like; not MAX_TOKENS, TOKEN_FILE or PUBLIC_KEY.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input) =>
        input.Entry is { Node: Syntax.ScalarNode name } entry && SecretText.IsSecretName(name.Value) ? [Hit.On(name, entry.Key)] : [];
}
