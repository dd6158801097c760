using System.Collections.Immutable;
using McpScan.Governance;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Cli;

/// <summary>Policies and waivers that the caller named.</summary>
internal static class PolicyFiles
{
    /// <summary>The policy of an audit.</summary>
    /// <param name="policy">The policy file; null for none.</param>
    /// <param name="waivers">A file of waivers besides; null for none.</param>
    /// <param name="rules">The rules that they may speak of.</param>
    /// <param name="host">The process.</param>
    /// <exception cref="UsageException">A file cannot be read or is not understood whole: the message names every place.</exception>
    public static Policy Read(string? policy, string? waivers, RuleSet rules, CliHost host)
    {
        var read = policy is null ? Policy.None : Read(policy, rules, host);
        if (waivers is null)
        {
            return read;
        }

        var more = PolicyReader.ReadWaivers(Source(waivers, host), rules, out var errors);
        ThrowIfAny(errors);
        return read with { Waivers = read.Waivers.AddRange(more) };
    }

    /// <summary>A policy by itself.</summary>
    /// <exception cref="UsageException">It cannot be read or is not understood whole: the message names every place.</exception>
    public static Policy Read(string path, RuleSet rules, CliHost host)
    {
        var policy = PolicyReader.Read(Source(path, host), rules, out var errors);
        ThrowIfAny(errors);
        return policy!;
    }

    /// <summary>The text under the name that reports print: findings point into policies too, and must not tell one machine from another.</summary>
    private static SourceText Source(string path, CliHost host) => new(UserFiles.NameOf(path, host), UserFiles.Read(path, host).Text);

    private static void ThrowIfAny(ImmutableArray<PolicyError> errors)
    {
        if (!errors.IsEmpty)
        {
            throw new UsageException(string.Join(Environment.NewLine, errors));
        }
    }
}
