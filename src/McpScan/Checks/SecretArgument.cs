using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds a literal secret on a command line, where every process of the machine can read it.</summary>
public sealed class SecretArgument : ICheck
{
    public string Name => "secret-argument";

    public string Summary =>
        "A literal secret in a launch's arguments: --token X, --api-key=X, NAME_TOKEN=X, 'Authorization: Bearer X'. Asked of the launch as a whole. Gives {flag}.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        ScalarNode? previous = null;
        foreach (var entry in input.Subject.Entries)
        {
            if (!ReferenceEquals(entry.Field, LaunchFields.Argument) || entry.Node is not ScalarNode argument)
            {
                continue;
            }

            if (Find(argument.Value, previous?.Value) is var (flag, start, length))
            {
                yield return Hit.In(argument, start, length) with
                {
                    IsSecret = true,
                    Values = ImmutableDictionary<string, string>.Empty.Add("flag", flag),
                };
            }

            previous = argument;
        }
    }

    private static (string Flag, int Start, int Length)? Find(string argument, string? previous)
    {
        var split = argument.AsSpan(0, Math.Min(argument.Length, 80)).IndexOfAny('=', ':');
        if (split > 0 && SecretText.IsSecretName(argument.AsSpan(0, split).TrimStart('-')))
        {
            return Value(argument[..split], argument, split + 1);
        }

        return previous is { Length: > 2 } && previous[0] == '-' && !argument.StartsWith('-') && SecretText.IsSecretName(previous.AsSpan().TrimStart('-'))
            ? Value(previous, argument, 0)
            : null;
    }

    private static (string Flag, int Start, int Length)? Value(string flag, string argument, int from)
    {
        while (from < argument.Length && argument[from] == ' ')
        {
            from++;
        }

        var (start, length) = SecretText.Core(argument[from..]);
        return SecretText.IsLiteralSecret(argument.AsSpan(from + start, length)) ? (flag, from + start, length) : null;
    }
}
