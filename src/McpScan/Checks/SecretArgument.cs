using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds a literal secret on a command line, where every process of the machine can read it.</summary>
public sealed class SecretArgument : ICheck
{
    private const int MaxName = 80;

    public string Name => "secret-argument";

    public string Summary =>
        "A literal secret in a launch's arguments: --token X, --api-key=X, NAME_TOKEN=X, 'Authorization: Bearer X'. Asked of the launch as a whole.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        string? previous = null;
        foreach (var entry in input.Subject.Entries)
        {
            if (!ReferenceEquals(entry.Field, LaunchFields.Argument) || entry.Node is not ScalarNode argument)
            {
                continue;
            }

            if (Find(argument.Value, previous) is var (start, length))
            {
                yield return Hit.In(argument, start, length) with { IsSecret = true };
            }

            previous = argument.Value;
        }
    }

    private static (int Start, int Length)? Find(string argument, string? previous)
    {
        if (previous is { Length: > 2 } && previous[0] == '-' && !argument.StartsWith('-') && SecretText.IsSecretName(previous.AsSpan().TrimStart('-')))
        {
            return Value(argument, 0);
        }

        if (previous is { Length: > 2 } && previous[0] == '-' && SecretText.IsKeyName(previous.AsSpan().TrimStart('-')) && SecretText.IsMachineMade(argument))
        {
            return (0, argument.Length);
        }

        // Twice, for --header=X-Api-Key:value.
        var from = 0;
        for (var i = 0; i < 2; i++)
        {
            var split = argument.AsSpan(from, Math.Min(argument.Length - from, MaxName)).IndexOfAny('=', ':');
            if (split <= 0)
            {
                return null;
            }

            var isSecret = SecretText.IsSecretName(argument.AsSpan(from, split).TrimStart('-'));
            from += split + 1;
            if (isSecret)
            {
                return Value(argument, from);
            }
        }

        return null;
    }

    private static (int Start, int Length)? Value(string argument, int from)
    {
        while (from < argument.Length && argument[from] == ' ')
        {
            from++;
        }

        var (start, length) = SecretText.Core(argument[from..]);
        return SecretText.IsLiteralSecret(argument.AsSpan(from + start, length)) ? (from + start, length) : null;
    }
}
