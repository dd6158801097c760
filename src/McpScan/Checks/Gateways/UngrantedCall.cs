using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Compares the calls that a gateway recorded with what its agents may call.</summary>
public sealed class UngrantedCall : ICheck
{
    private static readonly string[] Refusals = ["deny", "denied", "block", "blocked", "reject", "rejected", "refuse", "refused", "forbidden"];
    private static readonly ConditionalWeakTable<Gateway, ILookup<string, Agent>> Named = [];

    public string Name => "ungranted-call";

    public string Summary => "Finds a recorded call of an agent that the gateway declares, to a server or tool that none of its grants allows, and that the policy did not refuse.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Gateway is not { Agents.IsEmpty: false } gateway)
        {
            yield break;
        }

        var agents = Named.GetValue(gateway, static g => g.Agents.ToLookup(static agent => agent.Name.Raw, StringComparer.Ordinal));
        foreach (var (_, members) in TrailEvents.Of(input.Subject))
        {
            if (Value(members, TrailFields.Tool) is { } tool && Value(members, TrailFields.Agent) is { } agent && agents[agent.Value].Any() && !IsRefused(members))
            {
                var server = Value(members, TrailFields.Server)?.Value;
                if (!agents[agent.Value].Any(each => Allows(each, server, tool.Value)))
                {
                    yield return Hit.On(tool) with
                    {
                        Related = [(agents[agent.Value].First().Subject!.Location, "the agent's grants")],
                        Values = ImmutableDictionary<string, string>.Empty.Add("agent", agent.Value).Add("tool", tool.Value).Add("owner", server ?? "any server"),
                    };
                }
            }
        }
    }

    /// <summary>A text in an event; what a schema says of it is none.</summary>
    private static ScalarNode? Value(List<FieldEntry> members, Field field)
    {
        foreach (var entry in members)
        {
            if (entry.Field == field && entry.Node is ScalarNode { Value.Length: > 0 } value && !ReferenceEquals(value, entry.Key))
            {
                return value;
            }
        }

        return null;
    }

    private static bool IsRefused(List<FieldEntry> members) =>
        members.Exists(static entry => entry.Field == TrailFields.Decision && entry.Node is ScalarNode value && Refusals.Contains(value.Value, StringComparer.OrdinalIgnoreCase));

    private static bool Allows(Agent agent, string? server, string tool)
    {
        var local = ToolEffects.Local(tool);
        foreach (var grant in agent.Usable)
        {
            if ((server is null || Wildcard.Fits(grant.Name.Raw, server))
                && (grant.Whole is not null || grant.Tools.Any(each => Wildcard.Fits(each.Name.Raw, tool) || Wildcard.Fits(each.Name.Raw, local))))
            {
                return true;
            }
        }

        return false;
    }
}
