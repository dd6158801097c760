using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>Looks at what an agent of a gateway may call.</summary>
public sealed class AgentGrant : ICheck
{
    public string Name => "agent-grant";

    public string Summary =>
        "Finds grants of an agent: to a server that the registry does not have (unknown-server), that the agent is denied too (denied-server), that is deprecated (deprecated-server) or past its deprecation date (past-server), to every server (every-server), to every tool of a server (every-tool), to a pattern of names (pattern), or to a tool that the server does not have (unknown-tool).";

    public ImmutableArray<CheckParameter> Parameters { get; } = [new("is", "One of the above.", IsRequired: true)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        var kind = input.Arguments.Text("is", "");
        if (kind == "pattern")
        {
            return Patterns(input.Subject);
        }

        return OfGrants(input, kind);
    }

    private static IEnumerable<Hit> OfGrants(CheckInput input, string kind)
    {
        foreach (var grant in input.Gateway?.AgentOf(input.Subject)?.Grants ?? [])
        {
            foreach (var hit in grant.Standing == GrantStanding.Denied ? [] : Of(grant, kind, input))
            {
                yield return hit with { Key = hit.Key ?? grant.Place as ScalarNode };
            }
        }
    }

    private static IEnumerable<Hit> Of(Grant grant, string kind, CheckInput input) => kind switch
    {
        "every-server" => One(IsEverything(grant) ? Hit.On(grant.Place) : null),
        "every-tool" => One(grant.Whole is { } whole && !IsEverything(grant) ? Hit.On(whole) : null),
        "unknown-server" => One(grant.Standing == GrantStanding.Unknown ? Hit.On(grant.Place) : null),
        "denied-server" => One(grant.Standing == GrantStanding.Contradictory ? Hit.On(grant.Place) with { Related = Denial(input.Subject, grant) } : null),
        "deprecated-server" => One(grant.Standing == GrantStanding.Deprecated ? Hit.On(grant.Place) with { Related = Status(grant) } : null),
        "past-server" => One(Past(grant, input.Day)),
        _ => grant.Tools.Where(static tool => tool is { IsKnown: false, Place: not null }).Select(static tool => Hit.On(tool.Place!)),
    };

    private static IEnumerable<Hit> One(Hit? hit) => hit is null ? [] : [hit];

    private static bool IsEverything(Grant grant) => grant.Place is ScalarNode name && Wildcard.IsAll(name);

    private static ImmutableArray<(Location, string)> Denial(Subject agent, Grant grant)
    {
        foreach (var entry in agent.Select(AgentFields.Denied))
        {
            if (entry.Node is ScalarNode name && name.Value == grant.Name.Raw)
            {
                return [(Of(name), "denied here")];
            }
        }

        return [];
    }

    private static ImmutableArray<(Location, string)> Status(Grant grant) =>
        grant.Servers.FirstOrDefault(static server => NamedServers.IsDeprecated(server.Self))?.Self.First(ServerFields.Status) is ScalarNode status ? [(Of(status), "its status")] : [];

    private static Hit? Past(Grant grant, DateOnly? today)
    {
        foreach (var server in Wildcard.Is(grant.Name.Raw) ? [] : grant.Servers)
        {
            if (server.Self.First(ServerFields.DeprecationDate) is ScalarNode date && CalendarDay.TryParse(date.Value, out var day) && day <= today)
            {
                return Hit.On(grant.Place) with { Related = [(Of(date), "its last day")], Values = ImmutableDictionary<string, string>.Empty.Add("date", date.Value) };
            }
        }

        return null;
    }

    /// <summary>The names of servers and tools that stand for several, but not for all.</summary>
    private static IEnumerable<Hit> Patterns(Subject agent) =>
        agent.Select(AgentFields.Allowed).Concat(agent.Select(AgentFields.AllowedTool))
            .Where(static entry => entry.Node is ScalarNode name && Wildcard.Is(name.Value) && !Wildcard.IsAll(name))
            .Select(static entry => Hit.On(entry.Node, entry.Key));

    private static Location Of(ScalarNode node) => new(node.Source, node.ContentSpan);
}
