using System.Collections.Immutable;
using McpScan.Standards;
using McpScan.Syntax;

namespace McpScan.Checks.Policies;

/// <summary>Holds the address of a registry, an index or a marketplace against the policy, by host and path.</summary>
public sealed class PolicyRegistry : ICheck
{
    public string Name => "policy-registry";

    public string Summary => "Finds the address of a registry that the policy denies or does not allow; without the clause the rule does not apply.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public bool Applies(CheckArguments arguments, Clauses clauses) => clauses.AllowedRegistries is not null || clauses.DeniedRegistries is not null;

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is not { Node: ScalarNode { Value.Length: > 0 } node } || AddressOf(node.Value) is not { } address)
        {
            yield break;
        }

        var host = address[..HostLength(address)];
        if (input.Clauses.DeniedRegistries is { } deniedRegistries && (deniedRegistries.FindLoosely(address) ?? deniedRegistries.FindLoosely(host)) is { } denied)
        {
            yield return PolicyHits.On(node, denied.Node, address, "denies");
        }
        else if (input.Clauses.AllowedRegistries is { } allowed && !allowed.Allows(address) && !allowed.Allows(host))
        {
            yield return PolicyHits.On(node, allowed.Key, address, "does not allow");
        }
    }

    /// <summary>Host and path without scheme, user, query and trailing slash, the host in lower case; null for a switch that names no place.</summary>
    private static string? AddressOf(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? text : text[(scheme + 3)..];
        var end = rest.AsSpan().IndexOfAny('?', '#');
        rest = (end < 0 ? rest : rest[..end]).TrimEnd('/');
        var host = HostLength(rest);
        var user = rest.LastIndexOf('@', Math.Max(0, host - 1));
        rest = scheme >= 0 && user >= 0 ? rest[(user + 1)..] : rest;
        host = HostLength(rest);
        return text is "true" or "false" || rest.Length == 0 ? null : string.Concat(rest[..host].ToLowerInvariant(), rest.AsSpan(host));
    }

    private static int HostLength(string address) => address.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? slash : address.Length;
}
