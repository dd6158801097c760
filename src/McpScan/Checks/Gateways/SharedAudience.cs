using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Compares the audiences of a gateway's servers: a token must open one server only.</summary>
public sealed class SharedAudience : ICheck
{
    private static readonly ConditionalWeakTable<Gateway, Dictionary<string, (Subject Remote, ScalarNode Audience)>> Firsts = [];

    public string Name => "shared-audience";

    public string Summary => "Finds an OAuth audience that another server of the gateway, at another address, has too; only the later one is reported.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input is { Entry.Node: ScalarNode { Value.Length: > 0 } audience, Gateway: { } gateway }
            && Firsts.GetValue(gateway, static g => Index(g)).TryGetValue(audience.Value, out var first)
            && !ReferenceEquals(first.Audience, audience)
            && !IsSame(first.Remote.FirstText(RemoteFields.Url), input.Subject.FirstText(RemoteFields.Url)))
        {
            yield return Hit.On(audience) with
            {
                Related = [(first.Audience.At(first.Remote.Location.LogicalPath), "the other server's audience")],
                Values = ImmutableDictionary<string, string>.Empty.Add("other", first.Remote.Name.Raw),
            };
        }
    }

    /// <summary>Two entries of one address are one server under two names.</summary>
    private static bool IsSame(string? one, string? other) => one is not null && string.Equals(one.TrimEnd('/'), other?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, (Subject Remote, ScalarNode Audience)> Index(Gateway gateway)
    {
        var firsts = new Dictionary<string, (Subject Remote, ScalarNode Audience)>(StringComparer.Ordinal);
        var remotes = gateway.Servers.SelectMany(static server => server.Of(SubjectKind.Remote))
            .OrderBy(static remote => remote.Location.Source.Path, StringComparer.Ordinal).ThenBy(static remote => remote.Location.Span.Start);
        foreach (var remote in remotes)
        {
            foreach (var entry in remote.Select(RemoteFields.OAuthAudience))
            {
                if (entry.Node is ScalarNode { Value.Length: > 0 } audience)
                {
                    firsts.TryAdd(audience.Value, (remote, audience));
                }
            }
        }

        return firsts;
    }
}
